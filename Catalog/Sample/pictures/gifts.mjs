// Paper, play and presents.
import { across, at, box, dark, down, glow, light, line, many, metal, oval, path, round, shadow, shine, slant } from './brush.mjs';
import { branch, hazelnut, lemonHalf, pebble, ribbon } from './props.mjs';

const pen = (x, y, turn, c, size = 1) => at(x, y, box(-110, -9, 130, 18, 9, down(light(c, 0.45), c, dark(c, 0.4))) + box(20, -9, 12, 18, 2, metal('#d7b26a')) + path('M32-8H74Q86 0 74 8H32Z', down(light(c, 0.3), dark(c, 0.3))) + path('M80-5L116 0L80 5Z', metal('#e6cd95')) + line('M-96-10H-30', '#e6cd95', 4), turn, size);

const notebook = c => shadow(400, 350, 160) + at(400, 210, box(-104, -120, 226, 250, 10, '#efe6d6') + many(6, i => line(`M${116 + i}-${112 - i * 2}V${124 - i}`, '#cfc2ab', 1)) + box(-116, -128, 228, 252, 12, slant(light(c, 0.25), c, dark(c, 0.25))) + box(-116, -128, 26, 252, 8, dark(c, 0.22), 'opacity=".7"') + box(78, -128, 12, 252, 0, dark(c, 0.4)) + many(3, i => oval(-6, -34, 26 + i * 17, 26 + i * 17, 'none', `stroke="${light(c, 0.55)}" stroke-width="2.6" opacity="${0.9 - i * 0.22}"`)) + at(-6, -34, many(8, i => at(0, 0, path('M0-4Q7-14 0-24Q-7-14 0-4Z', light(c, 0.6)), i * 45))) + path('M30 124V152L38 144L46 152V124Z', '#b5453a'), -6) + pen(566, 352, -16, '#2f4362', 0.9);

const fountain = () => at(400, 326, shadow(0, 34, 190, 9) + box(-220, -30, 440, 62, 14, down('#6a3540', '#3f1b24')) + box(-206, -22, 412, 46, 10, down('#e9d9c6', '#cdb89e')), 0) + pen(392, 318, -5, '#1f5a56', 1.55) + at(590, 280, shadow(0, 44, 50, 8) + path('M-40-16H40V30Q40 42 28 42H-28Q-40 42-40 30Z', across('#20304a', '#5d7aa6', '#1a2740')) + box(-22, -42, 44, 28, 5, round('#2a2523')) + box(-30, 0, 60, 24, 2, '#f6ecd9') + shine('M-30-6v36', 0.5, 4));

const hills = (c1, c2, sky) => box(-92, -62, 184, 124, 3, down(sky, light(sky, 0.5))) + oval(44, -22, 17, 17, '#ffe9a8') + path('M-92 30Q-50-20-4 14T92 0V62H-92Z', c1) + path('M-92 44Q-30 14 20 36T92 26V62H-92Z', c2);
const card = (x, y, turn, inner) => at(x, y, box(-98, -68, 204, 140, 4, '#2a1712', 'opacity=".22" filter="url(#soft)"') + box(-100, -70, 200, 140, 4, '#fffdf6') + inner, turn);
const postcards = () => card(300, 196, -13, hills('#7f9a55', '#5f7d44', '#f2c9a0')) + card(506, 200, 11, hills('#4f86a5', '#2f6384', '#cfe6ee')) + card(402, 248, -2, box(-92, -62, 184, 124, 3, down('#bfe0ea', '#f7ecd4')) + path('M-92 10H92V62H-92Z', '#3f86a0') + ['#e08a5c', '#f0c36a', '#d9707a', '#f3e3c6', '#9cc0a4'].map((c, i) => box(-84 + i * 32, -30 - (i % 3) * 12, 30, 52 + (i % 3) * 12, 1, c) + box(-76 + i * 32, -20 - (i % 3) * 8, 6, 9, 1, '#5a4636') + box(-64 + i * 32, -20 - (i % 3) * 8, 6, 9, 1, '#5a4636')).join('') + path('M-50 44L10 44L0 54H-40Z', '#fffdf6') + path('M-22 12V42H4Z', '#fff')) + shadow(402, 346, 150, 8, 0.25);

const tote = c => shadow(400, 348, 128) + line('M342 150C342 20 458 20 458 150', dark(c, 0.25), 13) + line('M342 150C342 24 458 24 458 150', light(c, 0.15), 5) + path('M286 140H514L526 336Q400 352 274 336Z', across(dark(c, 0.1), light(c, 0.3), c, light(c, 0.14), dark(c, 0.2))) + line('M286 152H514', dark(c, 0.2), 2, 'stroke-dasharray="6 4"') + at(400, 250, oval(0, 0, 62, 62, '#e79f50') + path('M-62 8Q-30-24 0 8T62 4A62 62 0 0 1-62 8Z', '#3f6d95') + path('M-56 26Q-20 4 12 26T58 22A62 62 0 0 1-56 26Z', '#2f5578') + path('M-10-4V-50L28-4Z', '#fffdf6') + path('M-16-2H32L22 12H-8Z', '#b5453a')) + line('M320 170l-10 150M486 176l10 140', dark(c, 0.2), 3, 'opacity=".3"');

const blocks = () => shadow(400, 350, 170) + [[290, 318, '#c8643c'], [372, 322, '#d9a13b'], [456, 318, '#7ea6b8'], [332, 248, '#8fa382'], [416, 246, '#d98a96'], [374, 176, '#efe3cd']].map(([x, y, c], i) => at(x, y, path('M-36-36L-22-50H52L38-36Z', light(c, 0.4)) + path('M38-36L52-50V24L38 38Z', dark(c, 0.25)) + box(-36, -36, 74, 74, 4, slant(light(c, 0.2), c)) + [path('M1-20L22 20H-20Z', light(c, 0.6)), oval(1, 1, 21, 21, light(c, 0.6)), box(-18, -18, 38, 38, 5, light(c, 0.6)), path('M1-24Q24 0 1 24Q-22 0 1-24Z', light(c, 0.6)), path('M1 22C-32-2-18-26 1-10C20-26 34-2 1 22Z', light(c, 0.7)), many(6, k => at(1, 1, path('M0 0Q8-12 0-24Q-8-12 0 0Z', '#d9a13b'), k * 60))][i], (i % 2 ? 3 : -3))).join('') + at(560, 332, oval(0, 0, 26, 26, glow('#f0c36a', '#c07a2c')));

const umbrella = c => at(404, 206, line('M0-112V150Q0 178 26 178T52 152', '#7a4a28', 9) + line('M0-120V-104', '#c9a05a', 7) + path('M-196 4C-184-76-100-106 0-106S184-76 196 4Q164-22 130 4Q98-22 64 4Q32-22 0 4Q-32-22-64 4Q-98-22-130 4Q-164-22-196 4Z', across(dark(c, 0.12), light(c, 0.28), c, dark(c, 0.3))) + line('M0-106Q-60-70-64 4M0-106Q60-70 64 4M0-106Q-120-80-130 4M0-106Q120-80 130 4', dark(c, 0.3), 2.4, 'opacity=".5"') + many(9, i => oval(-160 + i * 40, -22 - Math.abs(4 - i) * -2 - (i % 2) * 34 - (4 - Math.abs(4 - i)) * 8, 6, 6, light(c, 0.6), 'opacity=".8"')), 12) + shadow(400, 378, 60, 7, 0.25);

const gift = (c, r, s) => at(400, 344, shadow(0, 4, 138) + box(-128, -150, 256, 152, 8, across(dark(c, 0.16), light(c, 0.2), c, dark(c, 0.26))) + many(7, i => many(4, k => oval(-108 + i * 36, -124 + k * 36 + (i % 2) * 16, 4, 4, light(c, 0.55), 'opacity=".7"'))) + box(-140, -192, 280, 52, 8, across(dark(c, 0.08), light(c, 0.28), light(c, 0.05), dark(c, 0.2))) + box(-20, -192, 40, 194, 2, across(dark(r, 0.1), light(r, 0.3), dark(r, 0.12))) + at(0, -194, ribbon(0, 0, r, 1.35)), 0, s);

const scopa = () => shadow(400, 350, 150) + [[-24, '#f6ecd9', 0], [-8, '#f6ecd9', 1], [9, '#f6ecd9', 2], [26, '#f6ecd9', 3]].map(([turn, c, kind]) => at(400, 420, at(0, -226, box(-66, -104, 132, 208, 12, '#2a1712', 'opacity=".25" filter="url(#soft)"') + box(-66, -106, 132, 208, 12, slant('#fffdf6', c)) + box(-56, -96, 112, 188, 7, 'none', 'stroke="#b5453a" stroke-width="3"') + [
  many(4, i => oval((i % 2) * 52 - 26, -52 + Math.floor(i / 2) * 100, 20, 20, glow('#ffe08a', '#d0962a')) + oval((i % 2) * 52 - 26, -52 + Math.floor(i / 2) * 100, 10, 10, '#b5453a')),
  at(0, 0, path('M-28-50H28Q28 0 0 6Q-28 0-28-50Z', round('#d0962a')) + box(-5, 4, 10, 34, 3, '#b9801f') + oval(0, 42, 24, 8, '#d0962a') + oval(0, -50, 28, 7, '#8c2f2a')),
  many(3, i => at(0, 0, box(-6, -70, 12, 130, 6, across('#6f8f4e', '#9cbb74', '#4f6f35')) + oval(0, -70, 10, 14, '#7fa35c'), (i - 1) * 26)),
  many(2, i => at(0, 0, box(-4, -76, 8, 108, 2, metal('#a9bccb')) + box(-20, 30, 40, 8, 4, metal('#d7b26a')) + box(-5, 36, 10, 30, 4, '#3f6d95'), i ? 22 : -22)),
][kind]), turn)).join('');

const bauble = (x, y, c, s = 1) => at(x, y, line('M0-170V-62', '#c9a05a', 2) + oval(4, 8, 62, 62, '#2a1712', 'opacity=".18" filter="url(#soft)"') + oval(0, 0, 60, 60, glow(light(c, 0.5), dark(c, 0.2))) + path('M-59-10Q0 16 59-10V10Q0 36-59 10Z', '#f6dfae', 'opacity=".85"') + many(7, i => at(-45 + i * 15, 10 + Math.sin((i * Math.PI) / 6) * 9 - 4, path('M0-6L2-2L6 0L2 2L0 6L-2 2L-6 0L-2-2Z', c))) + box(-13, -72, 26, 15, 4, metal('#d7b26a')) + shine('M-40-24q8-18 24-26', 0.8, 7), 0, s);

const lamp = () => shadow(400, 346, 90) + oval(400, 190, 190, 170, glow('rgba(255,224,150,.75)', 'rgba(255,224,150,0)')) + path('M296 206C296 100 504 100 504 206S440 322 400 322S296 300 296 206Z', glow('#fff6d6', '#f0cb86')) + many(8, i => path(`M${332 - i * 3 + Math.max(0, 4 - i) * 8} ${138 + i * 23}Q400 ${152 + i * 23} ${468 + i * 3 - Math.max(0, 4 - i) * 8} ${138 + i * 23}`, 'none', 'stroke="#cf9f57" stroke-width="2" opacity=".65"')) + box(372, 116, 56, 10, 4, '#8a5a34') + box(366, 318, 68, 20, 6, across('#6d4020', '#c08a55', '#5a3318')) + line('M434 332Q560 352 640 344', '#6d4a36', 3.4);

const puzzle = () => shadow(400, 352, 190, 12) + at(400, 270, box(-180, -104, 360, 186, 10, slant('#e3bd8d', '#b0793f')) + box(-166, -92, 332, 162, 4, down('#bfe0ea', '#f9e6c4')) + path('M-166 0Q-90-60-20-14T166-30V70H-166Z', '#8fae6a') + path('M-166 30Q-60-10 40 26T166 10V70H-166Z', '#6d9050') + box(-64, -38, 34, 50, 1, '#f0dcc0') + path('M-70-38L-47-62L-24-38Z', '#c8643c') + many(5, i => path(`M${30 + i * 26} 20Q${20 + i * 26}-30 ${30 + i * 26}-58Q${40 + i * 26}-30 ${30 + i * 26} 20Z`, '#44683a')) + oval(-116, -58, 17, 17, '#ffe08a')
  + many(4, i => line(`M${-100 + i * 66}-92v54a10 10 0 1 1 0 22v86`, '#7a5a36', 1.6, 'opacity=".6"')) + many(2, i => line(`M-166 ${-40 + i * 54}h50a10 10 0 1 0 22 0h112a10 10 0 1 1 22 0h126`, '#7a5a36', 1.6, 'opacity=".6"')), -3) + at(606, 352, path('M-24-20H-8a9 9 0 1 1 16 0H24V-6a9 9 0 1 0 0 14V22H-24Z', slant('#8fae6a', '#5f8544')), 14);

export const gifts = {
  'notebook-terracotta': ['arch', () => notebook('#c06a44')],
  'notebook-sage': ['arch', () => notebook('#7f9a78')],
  'notebook-night': ['arch', () => notebook('#35507a')],
  'fountain-pen': ['disc', fountain],
  postcards: ['disc', postcards],
  'tote-bag': ['arch', () => tote('#ecdcc0')],
  'wooden-blocks': ['disc', blocks],
  'umbrella-red': ['disc', () => umbrella('#c0463c')],
  'umbrella-green': ['disc', () => umbrella('#4c7a62')],
  'gift-box': ['arch', () => gift('#c98b98', '#8c2f3f', 1) + pebble(590, 350, 16, 8, '#d7b26a') + hazelnut(226, 362)],
  'scopa-cards': ['disc', scopa],
  baubles: ['arch', () => bauble(300, 214, '#b02f3a', 1.05) + bauble(408, 176, '#2f6b5a', 1.2) + bauble(516, 226, '#c98f2c', 1.05) + branch(300, 352, 2, 1.2, '#4f7a52', '#b02f3a')],
  'paper-lamp': ['disc', lamp],
  puzzle: ['arch', puzzle],
  'lemon-print': ['disc', () => shadow(404, 350, 130, 9) + box(292, 66, 220, 272, 4, slant('#d6a06a', '#8a5a30')) + box(304, 78, 196, 248, 2, '#fffaf0') + at(402, 214, branch(-86, 40, -24, 1.05, '#6f8f4e')) + at(402, 220, lemonHalf(0, 0, 1.5)) + at(356, 152, lemonHalf(0, 0, 0.9)) + at(450, 280, lemonHalf(0, 0, 0.8)) + shine('M312 90v220', 0.35, 4)],
};
