// Things to cook with.
import { across, at, box, dark, down, glow, light, line, many, metal, oval, path, round, shadow, shine, slant } from './brush.mjs';
import { basil, lemon, lemonHalf, rosemary, tomato, wheat } from './props.mjs';

const OAK = '#d3a06a';
const OLIVE = '#b98550';
const grain = (x, y, w, h, c, n = 6) => many(n, i => line(`M${x + 10} ${y + ((i + 0.7) * h) / n}q${w * 0.3} ${(i % 2 ? -1 : 1) * h * 0.09} ${w * 0.55} 0t${w * 0.38} 0`, dark(c, 0.35), 1.6, 'opacity=".45"'));

const pastaBoard = () => shadow(400, 354, 210) + path('M214 300H586L622 356H178Z', down(light(OAK, 0.2), OAK)) + path('M178 356H622V372H178Z', across(dark(OAK, 0.1), light(OAK, 0.1), dark(OAK, 0.3))) + grain(210, 302, 380, 50, OAK, 5)
  + oval(400, 326, 120, 17, '#fff9ea', 'opacity=".75"') + many(3, i => at(330 + i * 70, 316 - (i % 2) * 8, shadow(0, 14, 34, 7) + oval(0, 0, 34, 20, glow('#fbe9a8', '#d9ac4e')) + many(7, k => line(`M${-26 + k * 7} ${6 - k}q12-24 30-8`, k % 2 ? '#c99a3c' : '#fff1c0', 2.6))))
  + at(606, 330, wheat(0, 0, 22, 0.9) + wheat(14, 4, 40, 0.8)) + at(220, 290, oval(0, 0, 36, 44, glow('#fff6e6', '#dcbf97')) + oval(-10, -14, 9, 13, '#fff', 'opacity=".5"'), -14, 0.72);

const rollingPin = () => at(400, 318, shadow(0, 34, 240, 12) + box(-270, -12, 90, 24, 12, down(light(OLIVE, 0.3), OLIVE, dark(OLIVE, 0.4))) + box(180, -12, 90, 24, 12, down(light(OLIVE, 0.3), OLIVE, dark(OLIVE, 0.4)))
  + box(-192, -34, 384, 68, 20, down(light(OAK, 0.45), OAK, dark(OAK, 0.38))) + grain(-180, -28, 360, 56, OAK, 5) + box(-180, -24, 360, 9, 5, '#fff', 'opacity=".28"'), -7)
  + at(250, 232, shadow(0, 76, 60, 9) + path('M-66 0Q-60 72 0 74T66 0Z', round('#f3ece0')) + oval(0, 0, 66, 14, '#fffdf6'), 0, 0.9) + wheat(576, 286, 14, 0.8) + wheat(600, 290, 30, 0.75);

const board = w => at(400, 330, shadow(0, 18, w * 1.08) + path(`M${-w} -20Q${-w} -40 ${-w + 24} -40H${w * 0.6}Q${w * 0.78} -40 ${w * 0.9} -30L${w * 1.3} -24Q${w * 1.4} -12 ${w * 1.3} 0L${w * 0.9} 8Q${w * 0.78} 16 ${w * 0.6} 16H${-w + 24}Q${-w} 16 ${-w} -4Z`, slant(light(OLIVE, 0.3), OLIVE, dark(OLIVE, 0.25)))
  + many(6, i => line(`M${-w + 16} ${-30 + i * 8}q${w * 0.5} ${i % 2 ? 14 : -10} ${w} 2t${w * 0.55}-2`, dark(OLIVE, 0.45), 2.2, 'opacity=".5"')) + oval(w * 1.24, -12, 10, 5, dark(OLIVE, 0.6)))
  + tomato(320, 292, 0.9) + at(430, 292, basil(0, 14, 0.9)) + lemonHalf(392, 298, 0.75) + tomato(276, 300, 0.6);

const knife = () => shadow(400, 346, 210, 10) + at(400, 306, path('M-250 20Q-200-40 60-44L70 24Q-120 40-250 20Z', down('#f4f6f7', '#c3c8cc', '#8d949a')) + line('M-246 20Q-120 36 66 22', '#ffffff', 2.4) + line('M-190-14Q-60-36 52-38', '#ffffff', 4, 'opacity=".7"')
  + box(60, -50, 16, 78, 4, metal()) + path('M76-46H224Q250-44 248-16T222 22H76Z', across('#6a3b22', '#a7663b', '#5a301a')) + many(3, i => oval(110 + i * 48, -12, 6, 6, metal('#e0c88f'))), -5) + rosemary(186, 378, -6, 0.9) + tomato(570, 350, 0.8);

const saucepan = () => shadow(370, 344, 136) + line('M486 236L664 196', '#6b4a2a', 18) + line('M486 234L664 194', '#e1c08a', 5, 'opacity=".7"') + oval(662, 196, 8, 5, '#2a1712')
  + path('M244 206Q244 338 268 338H470Q494 338 494 206Z', across('#7d3618', '#f0a878', '#cf7342', '#ffcfa6', '#b65c2e', '#6d2c12')) + oval(369, 206, 125, 22, '#f6d9c0') + oval(369, 208, 114, 17, '#b03a22') + oval(350, 205, 60, 7, '#d9603c', 'opacity=".8"')
  + at(392, 204, basil(0, 2, 0.62)) + line('M244 206a125 22 0 0 0 250 0', '#8a4220', 4) + oval(486, 236, 9, 9, metal('#d7b26a')) + shine('M268 236q4 60 12 84', 0.5, 9);

const colander = () => shadow(400, 344, 120) + line('M262 214c-60-8-52 52 6 40', '#d8dde0', 11) + line('M538 214c60-8 52 52-6 40', '#aab1b6', 11)
  + path('M258 202C262 284 320 322 400 322S538 284 542 202Z', round('#e8ecec')) + box(350, 318, 100, 22, 6, round('#dfe4e4')) + oval(400, 202, 142, 24, '#f7faf9') + oval(400, 205, 130, 18, '#b9c4c2')
  + many(4, r => many(11 - r * 2, i => oval(400 + (i - 5 + r) * 23, 240 + r * 22 - Math.abs(i - 5 + r) * 1.6, 4.6, 4.6, '#6f7f7c'))) + many(9, i => line(`M${310 + i * 20} 206q${i % 2 ? 26 : -18}-${34 + (i % 3) * 10} ${22 - (i % 4) * 12}-${8 - (i % 2) * 12}`, i % 2 ? '#f2cf73' : '#e0b248', 7)) + shine('M282 236q14 50 50 68', 0.6) + at(580, 352, basil(0, 0, 1));

const grater = () => shadow(400, 342, 76) + path('M348 134L330 336H470L452 134Z', metal('#c8ccd0')) + many(8, r => many(4, i => at(362 + i * 25 + (r % 2) * 6, 164 + r * 20, path('M-6 5Q0-9 6 5Z', '#eef1f3') + oval(0, 5, 6, 2.6, '#43494e')))) + line('M362 134V104Q362 82 400 82T438 104V134', '#6b3d24', 15) + line('M364 128V106Q366 88 398 86', '#b3754a', 4)
  + at(560, 316, shadow(0, 40, 76, 9) + path('M-76 38L-58-30L64-16L78 38Z', slant('#fff0bd', '#efc763')) + path('M-58-30L64-16L78 38L92 22L76-34L-40-46Z', '#d9a644') + line('M92 22L76-34', '#8f6a26', 6) + oval(-20, 8, 3, 3, '#dcb352') + oval(20, 20, 4, 3, '#dcb352'), 0, 0.9) + many(14, i => line(`M${254 + (i * 37) % 66} ${352 + (i * 13) % 18}l8-4`, '#f4d888', 4));

const spoons = () => shadow(400, 344, 84) + [['M372 230L330 84', 330, 74, -16], ['M400 230L400 70', 400, 58, 0], ['M428 230L476 92', 478, 80, 18]].map(([d, x, y, turn]) => line(d, dark(OAK, 0.18), 12) + line(d, light(OAK, 0.2), 4) + at(x, y, oval(0, 0, 24, 38, slant(light(OAK, 0.25), dark(OAK, 0.25))) + oval(0, -2, 15, 26, dark(OAK, 0.16)), turn)).join('')
  + path('M330 210L342 330Q400 346 458 330L470 210Z', round('#e9e4d8')) + oval(400, 210, 70, 14, '#cfc7b6') + many(5, i => line(`M338 ${240 + i * 17}q62 16 ${124 - i * 2} 0`, '#7f9bb0', 3, 'opacity=".8"')) + shine('M350 232l8 80', 0.6) + at(556, 348, lemon(0, 0, 0.8));

const apron = c => line('M340 76Q400 12 460 76', dark(c, 0.25), 9) + line('M306 190L206 226M494 190L594 226', dark(c, 0.2), 8)
  + path('M340 74H460Q462 150 510 182L528 338Q400 356 272 338L290 182Q338 150 340 74Z', across(dark(c, 0.12), light(c, 0.16), c, light(c, 0.1), dark(c, 0.26))) + path('M330 226H470V294Q400 304 330 294Z', light(c, 0.12), `stroke="${dark(c, 0.25)}" stroke-width="2" stroke-dasharray="6 4"`) + line('M400 228V298', dark(c, 0.25), 2, 'stroke-dasharray="6 4"')
  + path('M340 74H460V90H340Z', dark(c, 0.14)) + [310, 350, 452, 492].map(x => line(`M${x} 306q-4 20-8 36`, dark(c, 0.3), 3, 'opacity=".5"')).join('') + at(370, 226, box(-7, -64, 14, 96, 6, slant(light(OAK, 0.3), OAK)) + oval(0, -74, 16, 24, OAK), -5) + shadow(400, 348, 136, 8, 0.25);

const mortar = () => shadow(400, 344, 108) + at(452, 184, box(-17, -120, 34, 170, 15, across('#e9e6e1', '#ffffff', '#b9b4ac')) + oval(0, -120, 20, 16, glow('#fff', '#c4beb4')), 26)
  + path('M290 206Q292 300 344 316L336 338H464L456 316Q508 300 510 206Z', round('#dcd8d1')) + oval(400, 206, 110, 20, '#f4f2ee') + oval(400, 208, 96, 14, '#7da05c') + at(376, 208, basil(0, 4, 0.7)) + path('M290 212L266 216Q262 236 294 240ZM510 212L534 216Q538 236 506 240Z', '#d0cbc3') + line('M320 250q20 10 40 2M430 282q24-2 40-18', '#b8b2a8', 2.5) + shine('M312 232q8 48 40 64', 0.7) + at(570, 350, basil(0, 0, 1)) + many(4, i => oval(226 + i * 17, 356 + (i % 2) * 8, 8, 5, '#f1e1b8'));

const pan = () => shadow(380, 352, 176, 12) + line('M530 304L680 262', '#7a4524', 20) + line('M532 300L678 258', '#c98f57', 5) + path('M206 300Q210 348 260 352H500Q550 348 554 300Z', across('#17191b', '#5a5f63', '#2e3235', '#0f1112')) + oval(380, 300, 174, 30, '#4b5054') + oval(380, 302, 160, 24, '#24282b') + oval(352, 298, 70, 11, '#fffaf0') + oval(350, 294, 25, 13, glow('#ffd668', '#eda21c')) + oval(454, 306, 44, 8, '#fffaf0') + oval(452, 302, 19, 10, glow('#ffd668', '#eda21c')) + rosemary(220, 374, -6, 0.6);

export const kitchen = {
  'pasta-board': ['arch', pastaBoard],
  'rolling-pin': ['disc', rollingPin],
  'chopping-board': ['disc', () => board(190)],
  'chef-knife': ['arch', knife],
  saucepan: ['disc', saucepan],
  colander: ['arch', colander],
  'cheese-grater': ['disc', grater],
  'wooden-spoons': ['arch', spoons],
  'apron-natural': ['arch', () => apron('#d8c6a5')],
  'apron-blue': ['arch', () => apron('#4d6a8d')],
  mortar: ['disc', mortar],
  'iron-pan': ['arch', pan],
};
