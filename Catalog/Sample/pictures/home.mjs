// Things for the house.
import { across, at, box, dark, down, glow, light, line, many, metal, oval, path, round, shadow, shine, slant } from './brush.mjs';
import { basil, branch, lavender, leaf, lemonHalf, pebble, rosemary } from './props.mjs';

const candle = (c, mark, size = 1) => at(400, 340, shadow(0, 4, 88) + path('M-82-150V-12Q0 12 82-12V-150Z', across(dark(c, 0.28), light(c, 0.3), c, dark(c, 0.36))) + oval(0, -150, 82, 16, light(c, 0.35)) + oval(0, -147, 72, 12, '#fff4dc') + oval(0, -146, 34, 6, '#ffe2a0') + line('M0-146V-168', '#3a2a22', 3.4)
  + oval(0, -188, 84, 84, glow('rgba(255,216,120,.6)', 'rgba(255,216,120,0)')) + path('M0-222Q20-190 0-164Q-20-190 0-222Z', down('#fff6c4', '#f5a531')) + path('M0-196Q8-182 0-168Q-8-182 0-196Z', '#fff') + path('M-82-108Q0-92 82-108V-46Q0-30-82-46Z', '#fbf3e4') + mark + shine('M-62-132v108', 0.5, 7), 0, size);
const figs = (x, y, s = 1) => at(x, y, shadow(0, 26, 34, 8) + path('M0-38Q10-22 24-6C42 18 20 30 0 30S-42 18-24-6Q-10-22 0-38Z', glow('#94618f', '#4a2750')) + line('M0-36V22', '#c39ac0', 1.6, 'opacity=".5"'), 0, s);

const diffuser = () => shadow(400, 344, 74) + [-24, -12, 0, 12, 26].map((t, i) => at(400, 196, line('M0 30L0-150', i % 2 ? '#c79a63' : '#a8793f', 5), t)).join('') + path('M348 214Q330 222 330 246V322Q330 340 400 340T470 322V246Q470 222 452 214V196H348Z', across('#9c5f22cc', '#f0c27acc', '#c98b3fcc', '#7a4615cc')) + box(356, 180, 88, 26, 5, metal('#d7b26a')) + path('M344 252Q400 262 456 252V312Q400 322 344 312Z', '#fbf3e4') + at(368, 290, branch(0, 0, -8, 0.44, '#7d9366')) + shine('M346 236v88', 0.7, 5) + lemonHalf(552, 350, 0.9) + leaf(588, 352, -20, 0.9);

const hanging = (c, stripe) => box(240, 84, 320, 12, 6, across('#8a5a34', '#d6a06a', '#7d4c28')) + oval(238, 90, 12, 12, metal('#d7b26a')) + oval(562, 90, 12, 12, metal('#d7b26a'))
  + path('M290 88H510L516 330Q400 344 284 330Z', across(dark(c, 0.12), light(c, 0.3), c, light(c, 0.22), dark(c, 0.14), light(c, 0.1), dark(c, 0.2))) + [262, 280, 288, 306].map((y, i) => path(`M287 ${y}Q400 ${y + 13} 513 ${y}v${i % 2 ? 5 : 10}Q400 ${y + 18} 287 ${y + 6}Z`, stripe)).join('') + path('M289 104Q400 112 511 104v8Q400 120 289 112Z', stripe, 'opacity=".8"') + many(27, i => line(`M${290 + i * 8.2} ${331 + Math.sin(i / 8) * 6}v12`, light(c, 0.2), 2.4)) + shadow(400, 352, 120, 7, 0.22);

const rolled = (c, n = 3) => shadow(400, 346, 190) + many(n, i => { const y = 312 - i * 58; const w = 170 - i * 6; return at(400, y, box(-w, -28, w * 2, 58, 28, down(light(c, 0.35), c, dark(c, 0.25))) + many(16, k => line(`M${-w + 40 + k * (w * 2 - 80) / 16}-20v40`, dark(c, 0.12), 2, 'opacity=".35" stroke-dasharray="2 5"')) + line(`M${-w + 66}-26v54M${-w + 78}-26v54`, light(c, 0.55), 4, 'opacity=".8"') + oval(w - 28, 1, 27, 28, light(c, 0.22)) + line(`M${w - 28} 1m0 0a6 6 0 1 1-9 6a13 13 0 1 1 22-6a20 20 0 1 1-35 8`, dark(c, 0.3), 3)); }) + rosemary(226, 380, -4, 0.6);

const blanket = (c, c2) => shadow(400, 346, 190) + many(3, i => at(400, 330 - i * 56, path('M-170 8Q-188-24-164-50H158Q186-50 186-20T160 12H-160Z', down(light(c, 0.2), c, dark(c, 0.24))) + many(12, k => line(`M${-158 + k * 28}-44l14 18l-14 18l14 16`, c2, 3, 'opacity=".7"')))) + path('M250 160Q300 150 330 166L352 330Q296 346 236 332Z', across(light(c, 0.2), c, dark(c, 0.16))) + many(4, r => many(5, k => line(`M${248 + k * 19 - r * 2} ${190 + r * 36}l10 12l-10 12`, c2, 3, 'opacity=".7"'))) + many(13, k => line(`M${240 + k * 9} 334v18`, light(c, 0.3), 3));

const cushion = c => shadow(400, 346, 150) + path('M266 116Q400 134 534 116Q520 226 538 334Q400 318 262 334Q280 226 266 116Z', slant(light(c, 0.3), c, dark(c, 0.32))) + path('M286 136Q400 150 514 136M282 314Q400 302 518 314', 'none', `stroke="${light(c, 0.45)}" stroke-width="3" stroke-dasharray="8 6" fill="none"`)
  + at(400, 226, many(8, i => at(0, 0, path('M0 0Q16-30 0-62Q-16-30 0 0Z', light(c, 0.45), 'opacity=".85"'), i * 45)) + oval(0, 0, 11, 11, light(c, 0.7))) + [[266, 116], [534, 116], [262, 334], [538, 334]].map(([x, y]) => oval(x, y, 9, 9, glow(light(c, 0.5), dark(c, 0.1))) + line(`M${x} ${y}l${x < 400 ? -14 : 14} ${y < 200 ? -12 : 14}`, light(c, 0.2), 7)).join('');

const vase = c => shadow(400, 344, 86) + [[0, 0], [-16, -14], [15, 10]].map(([t, d]) => at(400, 178, line('M0 20Q-6-60 8-130', '#7f8a5e', 3.4) + many(7, i => leaf(-2 + i, 4 - i * 19, i % 2 ? -34 : -146, 0.72, i % 2 ? '#8fa37c' : '#7a916a')), t + d)).join('') + path('M368 160Q376 190 346 216Q310 246 322 300Q330 340 400 340T478 300Q490 246 454 216Q424 190 432 160Q400 152 368 160Z', round(c)) + oval(400, 160, 32, 7, dark(c, 0.4)) + line('M322 262Q400 282 478 262M326 276Q400 296 474 276', light(c, 0.4), 3, 'opacity=".7"') + shine('M342 240q-14 40 2 74', 0.55, 9);

const soap = (c, herb) => shadow(400, 346, 140) + oval(400, 338, 160, 20, down('#cf9f6b', '#94602f')) + at(400, 300, path('M-112-18Q-112-40-90-40H90Q112-40 112-18V14Q112 36 90 36H-90Q-112 36-112 14Z', slant(light(c, 0.4), c, dark(c, 0.22))) + box(-84, -24, 168, 42, 14, light(c, 0.3), 'opacity=".7"') + line('M-40-4q40-20 80 0', dark(c, 0.2), 4)) + at(412, 232, path('M-104-16Q-104-36-84-36H84Q104-36 104-16V12Q104 32 84 32H-84Q-104 32-104 12Z', slant(light(c, 0.5), c, dark(c, 0.18))) + box(-20, -38, 40, 72, 2, '#f6ecd9') + line('M-20-30v60M20-30v60', '#c9a87a', 1.6), -5) + herb + many(6, i => oval(548 + (i * 31) % 70, 330 - (i * 23) % 60, 8 + (i % 3) * 5, 8 + (i % 3) * 5, '#ffffff', 'opacity=".35" stroke="#fff" stroke-width="1.5"'));

const pot = () => shadow(400, 344, 92) + many(9, i => at(400 + (i - 4) * 13, 210, leaf(0, 0, -150 + i * 15, 1.5, i % 2 ? '#4d8b3f' : '#63a652') + leaf(0, -30, -160 + i * 18, 1.3, i % 2 ? '#6fb05c' : '#55954a'))) + at(400, 160, basil(0, 0, 1.5)) + path('M318 224L342 330Q400 346 458 330L482 224Z', round('#c8754a')) + path('M308 200H492V230Q400 246 308 230Z', round('#d5845a')) + shine('M340 250l14 70', 0.4, 9);

const clock = () => oval(406, 196, 140, 140, '#2a1712', 'opacity=".28" filter="url(#soft)"') + oval(400, 186, 138, 138, slant('#e0b07a', '#9a6434')) + oval(400, 186, 120, 120, slant('#fffaf0', '#efe4d2')) + many(12, i => at(400, 186, box(-3, -112, 6, i % 3 ? 12 : 22, 3, '#5a3a26'), i * 30)) + at(400, 186, box(-4.5, -62, 9, 72, 4, '#3b2a22'), 305) + at(400, 186, box(-3, -94, 6, 106, 3, '#3b2a22'), 58) + at(400, 186, box(-1.4, -98, 2.8, 124, 1, '#c0533a'), 180) + oval(400, 186, 8, 8, metal('#d7b26a')) + shine('M304 140q22-46 66-62', 0.5, 7) + pebble(560, 344, 30, 12, '#b9b2a6') + branch(210, 348, -6, 0.8, '#8fa37c');

export const home = {
  'candle-fig': ['disc', () => candle('#7d4f74', figs(0, -70, 0.72), 1.12) + figs(556, 336, 1) + figs(610, 346, 0.8)],
  'candle-lemon': ['disc', () => candle('#e3bd4a', at(0, -72, lemonHalf(0, 0, 0.72)), 1.12) + lemonHalf(560, 350, 1) + leaf(600, 356, -16, 1)],
  'candle-lavender': ['disc', () => candle('#9d8fc0', at(-4, -50, lavender(0, 8, -14, 0.42) + lavender(6, 8, 14, 0.42)), 1.12) + lavender(566, 366, 24, 1) + lavender(580, 368, 40, 0.9)],
  diffuser: ['arch', diffuser],
  'linen-towel-blue': ['arch', () => hanging('#efe6d6', '#4d6a8d')],
  'linen-towel-rust': ['arch', () => hanging('#efe6d6', '#c0653f')],
  'bath-towels-white': ['disc', () => rolled('#efe9de')],
  'bath-towels-sage': ['disc', () => rolled('#9bb092')],
  blanket: ['arch', () => blanket('#c9806a', '#f4dccb')],
  'cushion-mustard': ['disc', () => cushion('#d19a35')],
  'cushion-night': ['disc', () => cushion('#3c5475')],
  vase: ['arch', () => vase('#c98a6a')],
  soap: ['disc', () => soap('#c7d1a4', branch(176, 366, -6, 0.7, '#788a4c', '#4b5527'))],
  'basil-pot': ['arch', pot],
  'wall-clock': ['disc', clock],
};
