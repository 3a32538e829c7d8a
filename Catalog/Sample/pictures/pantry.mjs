// Things to eat.
import { across, at, box, dark, down, glow, light, line, many, oval, path, round, shadow, shine, slant } from './brush.mjs';
import { basil, branch, hazelnut, lemonHalf, ribbon, tomato, wheat } from './props.mjs';

const bottle = (c, cap, label, inside) => shadow(400, 344, 62) + path('M372 62H428V128C432 160 458 168 458 204V326Q400 346 342 326V204C342 168 368 160 372 128Z', across(dark(c, 0.35), light(c, 0.35), c, dark(c, 0.45))) + box(368, 44, 64, 42, 6, round(cap)) + path('M342 214Q400 228 458 214V300Q400 314 342 300Z', label) + inside + shine('M356 196v122', 0.55, 6) + shine('M382 98v36', 0.5, 5);
const oil = () => bottle('#6d7a2c', '#3b3f22', '#f6ecd0', at(352, 262, branch(0, 8, 0, 0.6, '#6f7f45', '#4b5527'))) + at(552, 338, shadow(0, 16, 74, 9) + oval(0, 0, 74, 19, '#f8f2e4') + oval(0, -3, 58, 12, glow('#e9cf4c', '#b79a22')) + oval(-14, -5, 14, 3, '#fff6bf')) + branch(190, 356, -4, 0.9, '#788a4c', '#4b5527');
const vinegar = () => bottle('#3a1a17', '#8c2f2a', '#efe0c0', at(400, 260, many(8, i => oval(-14 + (i % 4) * 10 + (i > 3 ? 5 : 0), -8 + (i > 3 ? 11 : 0) + (i % 2) * 2, 7, 7, glow('#8d5c94', '#4b2352'))) + path('M-4-14Q8-30 26-22Q18-8-4-14Z', '#6f8f4e'))) + at(556, 350, many(9, i => oval((i % 3) * 22 - 22, -Math.floor(i / 3) * 17 + 4, 13, 13, glow('#9a6aa0', '#4a2352'))) + path('M0-40Q24-70 54-52Q34-30 0-40Z', '#6f8f4e'));

const spaghetti = () => shadow(400, 348, 200, 11) + at(400, 312, many(23, i => line(`M-226 ${-34 + i * 3}L226 ${-36 + i * 3.1}`, ['#f0cc73', '#dcae4c', '#f8df9c'][i % 3], 4.2)) + path('M-74-44H70V46H-74Z', down('#3f6d95', '#2f5578')) + path('M-74-20H70V22H-74Z', '#f6ecd0') + at(-2, 0, wheat(-12, 44, 18, 0.32) + wheat(10, 44, -18, 0.32)) + oval(-226, 0, 12, 36, '#e5bd5e') + many(9, i => oval(-226 + (i % 3) * 5 - 5, -24 + i * 6, 2, 2, '#b98a35')), -6) + tomato(606, 344, 0.8) + at(548, 372, basil(0, 0, 0.8));

const paccheri = () => shadow(400, 344, 108) + path('M302 122Q400 132 498 122L510 330Q400 350 290 330Z', across('#e9d3a4cc', '#fff3d4cc', '#e1c48acc')) + many(22, i => at(322 + (i % 5) * 38 + (Math.floor(i / 5) % 2) * 12, 176 + Math.floor(i / 5) * 34, box(-17, -12, 34, 24, 6, slant('#f8dc90', '#d6a648')) + oval(15, 0, 5, 11, '#a87a2c') + line('M-10-8v16M-2-8v16', '#c9993f', 2), (i * 47) % 80 - 40)) + path('M306 124Q400 134 494 124L490 84Q400 92 310 84Z', across('#b8452e', '#df7554', '#9e3623')) + path('M298 236Q400 250 503 236V290Q400 304 295 290Z', '#b8452e') + at(400, 268, oval(0, 0, 46, 16, '#f6ecd0')) + line('M368 268q32-16 64 0', '#b8452e', 4) + shine('M318 150l-8 160', 0.4, 8);

const jar = (c, lid, label, inside, size = 1) => at(400, 340, shadow(0, 4, 84) + path('M-72-164Q-84-156-84-138V-18Q-84 2-62 4H62Q84 2 84-18V-138Q84-156 72-164Z', round(c)) + box(-74, -204, 148, 44, 8, round(lid)) + many(14, i => line(`M${-66 + i * 10}-198v32`, dark(lid, 0.3), 1.6, 'opacity=".5"')) + path('M-84-122Q0-106 84-122V-38Q0-22-84-38Z', label) + inside + shine('M-66-146v140', 0.6, 7), 0, size);
const passata = () => jar('#c1361f', '#e9e2d2', '#f6ecd0', tomato(0, -76, 0.85), 1.14) + tomato(540, 344, 0.9) + tomato(592, 356, 0.7) + at(250, 366, basil(0, 0, 1));
const pesto = () => jar('#5c8437', '#c9a05a', '#f6ecd0', at(0, -66, basil(0, 0, 0.85)), 1.12) + at(548, 358, basil(0, 0, 1.2)) + many(7, i => oval(230 + (i * 29) % 70, 352 + (i * 11) % 22, 9, 5, '#f1e1b8'));
const comb = () => at(0, -78, many(7, i => at([0, 26, 13, -13, -26, -13, 13][i], [0, 0, 22, 22, 0, -22, -22][i], path('M0-14L12-7V7L0 14L-12 7V-7Z', i ? '#eab34a' : '#c98520'))));
const honey = c => jar(c, '#d7b26a', '#fff4d8', comb(), 1.12) + at(576, 318, line('M0 0L64-96', '#b07a45', 9) + line('M2-2L62-92', '#e3bd8d', 3) + at(-8, 14, many(5, i => oval(0, -18 + i * 9, 20 - Math.abs(i - 2) * 3, 6, i % 2 ? '#a8703c' : '#cf9a62')), 34) + path('M-22 34Q-10 44-8 36Q-4 54 8 38Q0 60-12 58T-22 34Z', '#e6a52d'));

const panettone = crumb => shadow(400, 346, 120) + path('M284 214L300 330Q400 352 500 330L516 214Z', across('#4d2413', '#9a5a31', '#7a4022', '#3c1a0d')) + many(15, i => line(`M${292 + i * 15.4} 218L${306 + i * 13.4} 336`, '#d7b26a', 1.6, 'opacity=".55"'))
  + path('M270 218Q262 108 400 100T530 218Q400 244 270 218Z', across('#8a4a1e', '#d98f45', '#b96c2c', '#74390f')) + many(12, i => oval(306 + (i * 53) % 190, 136 + (i * 37) % 74, 7, 5, crumb[i % crumb.length])) + line('M340 132Q400 166 462 130M400 112V168', '#f1c88c', 7, 'opacity=".8"') + at(400, 286, ribbon(0, 0, '#b02f2a', 0.9)) + shine('M300 176q12-40 46-56', 0.5, 9);

const bar = (c, wrap) => at(400, 250, shadow(0, 90, 170, 10) + path('M-178-62H64V62H-178Z', across(dark(wrap, 0.18), light(wrap, 0.2), dark(wrap, 0.1))) + path('M-150-34H-6V34H-150Z', '#f8eeda') + at(-78, 0, path('M0-20Q34-18 34 0T0 20T-34 0T0-20Z', c) + line('M-26 0Q0-10 26 0', light(c, 0.3), 3)) + path('M64-62L74-50L66-38L76-26L66-12L76 0L66 14L76 26L66 40L74 50L64 62H92V-62Z', '#e9e4da') + many(8, i => at(100 + (i % 2) * 44, -62 + Math.floor(i / 2) * 31, box(0, 0, 42, 29, 4, slant(light(c, 0.25), dark(c, 0.2))) + box(6, 5, 30, 18, 3, light(c, 0.08)))), -7);

const cantucci = () => shadow(400, 346, 116) + path('M296 190V324Q400 350 504 324V190Z', across('#8c2f2a', '#cf5d4c', '#a8392f', '#6d1f1b')) + oval(400, 190, 104, 22, '#5a1815') + many(7, i => at(328 + i * 24, 176 - (i % 2) * 14, path('M-18 20Q-22-26 0-38Q22-26 18 20Z', slant('#f0c684', '#b97c3a')) + oval(-2, -14, 5, 8, '#8a5428') + oval(6, 2, 4, 7, '#fff0cf'), (i - 3) * 9)) + path('M296 196Q400 234 504 196V324Q400 350 296 324Z', across('#8c2f2a', '#cf5d4c', '#a8392f', '#6d1f1b')) + path('M330 250Q400 268 470 250V296Q400 314 330 296Z', '#f6e2b8') + line('M352 276q48 16 96 0', '#a8392f', 4) + at(570, 352, at(0, 0, path('M-50 8Q-46-20 0-20T50 8Q0 22-50 8Z', slant('#f0c684', '#b97c3a')) + oval(-12, -4, 8, 5, '#8a5428') + oval(18, -2, 7, 4, '#fff0cf'), -8)) + hazelnut(244, 362, 0.9) + shine('M314 222v92', 0.5, 8);

const limoncino = () => bottle('#f0cf3e', '#f3efe2', '#fffbe6', at(400, 258, lemonHalf(0, 0, 0.9))) + lemonHalf(530, 350, 1) + at(586, 338, oval(0, 0, 40, 28, glow('#ffe680', '#e0a81e')));

export const pantry = {
  'olive-oil': ['arch', oil],
  balsamic: ['disc', vinegar],
  spaghetti: ['disc', spaghetti],
  paccheri: ['arch', paccheri],
  passata: ['disc', passata],
  pesto: ['arch', pesto],
  'honey-acacia': ['disc', () => honey('#f0bd48')],
  'honey-chestnut': ['disc', () => honey('#9c5a1e')],
  panettone: ['arch', () => panettone(['#6d3513', '#f0a733', '#7d3b16'])],
  'panettone-chocolate': ['arch', () => panettone(['#3a1a0c', '#4d2413'])],
  'chocolate-dark': ['disc', () => bar('#4a2616', '#8c2f2a') + hazelnut(560, 366) + hazelnut(246, 372, 0.8)],
  'chocolate-hazelnut': ['disc', () => bar('#7d4a2a', '#c98a3c') + hazelnut(548, 364) + hazelnut(590, 372, 0.9) + hazelnut(240, 370)],
  cantucci: ['arch', cantucci],
  'lemon-syrup': ['disc', limoncino],
};
