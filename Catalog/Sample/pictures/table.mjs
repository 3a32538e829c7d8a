// Things to lay a table with.
import { across, at, box, dark, down, glow, light, line, many, metal, oval, path, round, shadow, shine, slant } from './brush.mjs';
import { basil, branch, lemon, lemonHalf, tomato } from './props.mjs';

const standing = (c, rim, inside) => shadow(400, 346, 120, 12) + oval(400, 210, 136, 136, slant(light(c, 0.35), c, dark(c, 0.28))) + oval(400, 210, 136, 136, 'none', `stroke="${rim}" stroke-width="9"`) + oval(402, 212, 88, 88, slant(dark(c, 0.1), light(c, 0.2))) + inside + shine('M288 160q26-52 76-66', 0.55, 8);
const dots = c => many(24, i => oval(400 + 112 * Math.cos((i * Math.PI) / 12), 210 + 112 * Math.sin((i * Math.PI) / 12), 4.5, 4.5, c));
const lemons = () => [0, 120, 240].map(a => at(400, 210, at(0, -42, oval(0, 0, 24, 18, glow('#ffe680', '#e0a81e')) + path('M-4-17Q10-38 30-30Q18-14-4-17Z', '#6f8f4e')), a)).join('');

const bowl = c => shadow(400, 346, 128) + path('M250 226C256 306 320 340 400 340S544 306 550 226Z', round(c)) + oval(400, 226, 150, 28, light(c, 0.45)) + oval(400, 229, 136, 22, dark(c, 0.22))
  + many(15, i => line(`M${290 + i * 15} ${232 + (i % 3) * 4}q${i % 2 ? 34 : -26}-${30 + (i % 4) * 7} ${26 - (i % 5) * 11}-${2 + (i % 2) * 10}`, ['#f6d67c', '#e7bb52', '#fbe6a4'][i % 3], 7.5)) + oval(402, 206, 40, 13, '#c23b22') + oval(392, 203, 18, 5, '#e26a48') + at(410, 198, basil(0, 4, 0.62)) + line('M262 258Q400 306 538 258', light(c, 0.5), 4, 'opacity=".7"') + shine('M276 256q14 44 54 64', 0.5, 9);

const platter = c => shadow(400, 354, 214) + oval(400, 332, 224, 36, slant(light(c, 0.4), c, dark(c, 0.25))) + oval(400, 328, 196, 26, light(c, 0.22)) + oval(400, 328, 214, 33, 'none', 'stroke="#3f6d95" stroke-width="4" stroke-dasharray="16 9"')
  + many(5, i => at(290 + i * 55, 314 - (i % 2) * 8, oval(0, -6, 36, 19, '#f3ead6') + oval(-2, -10, 32, 15, '#fffdf6')) + tomato(264 + i * 55, 308 + (i % 2) * 6, 0.62)) + at(410, 306, basil(0, 0, 0.8)) + at(300, 304, basil(0, 0, 0.6));

const wine = (x, y, size = 1) => at(x, y, shadow(0, 2, 52, 9) + oval(0, 0, 52, 10, across('#ffffff88', '#ffffffcc', '#b9a7a066')) + box(-4, -108, 8, 108, 4, across('#ffffffdd', '#c6b6ae88', '#ffffffaa'))
  + path('M-54-226C-70-150-34-106 0-106S70-150 54-226Z', across('#ffffff99', '#ffffff22', '#ffffff66'), 'stroke="#ffffff" stroke-width="2" stroke-opacity=".8"') + path('M-60-176C-60-134-30-112 0-112S60-134 60-176Z', across('#6d1023', '#a4263c', '#4d0a18')) + oval(0, -176, 60, 9, '#b93a50') + oval(0, -226, 54, 8, 'none', 'stroke="#fff" stroke-width="2.4"') + shine('M-46-210q-10 46 10 80', 0.85, 6), 0, size);

const tumbler = (x, y, c, size = 1) => at(x, y, shadow(0, 2, 54, 10) + path('M-56-130L-44-4Q0 8 44-4L56-130Z', across(c, light(c, 0.6), c, dark(c, 0.25)), 'opacity=".78"') + path('M-52-92L-44-6Q0 6 44-6L52-92Z', light(c, 0.35), 'opacity=".5"') + oval(0, -92, 52, 8, '#ffffff', 'opacity=".55"') + oval(0, -130, 56, 9, '#ffffff', 'opacity=".35" stroke="#fff" stroke-width="2"')
  + many(4, i => line(`M${-34 + i * 22}-122L${-27 + i * 18}-8`, '#ffffff', 2.4, 'opacity=".5"')) + shine('M-44-112l8 88', 0.9, 5), 0, size);

const carafe = () => shadow(400, 344, 92) + path('M362 76L370 160C312 190 300 250 312 320Q318 340 400 340T488 320C500 250 488 190 430 160L438 76Z', across('#ffffff99', '#e4f0f055', '#ffffff44', '#bcd0d0aa'), 'stroke="#ffffff" stroke-width="2.5" stroke-opacity=".9"')
  + path('M318 224C302 268 308 318 320 328Q360 338 400 338T480 328C492 318 498 268 482 224Q400 240 318 224Z', across('#a8d3d8bb', '#d6eef0bb', '#8fbfc6bb')) + oval(400, 226, 82, 11, '#e8f6f7', 'opacity=".9"') + oval(400, 76, 38, 7, '#ffffff', 'opacity=".7"') + at(372, 262, lemonHalf(0, 0, 0.7)) + at(430, 290, lemonHalf(0, 0, 0.6)) + shine('M330 220q-18 50-4 96', 0.9, 7) + tumbler(566, 350, '#9cc7cc', 0.82) + lemon(250, 346, 0.8);

const cutlery = () => shadow(400, 352, 150, 10, 0.25) + path('M270 98H530V344Q400 362 270 344Z', across('#e0c9b2', '#f4e6d4', '#d9bfa4')) + many(9, i => line(`M${284 + i * 29} 100V348`, '#c9ab8c', 1.2, 'opacity=".5"'))
  + at(330, 0, box(-6, 190, 12, 138, 6, metal('#d7b26a')) + path('M-18 90V150Q-18 184 0 190Q18 184 18 150V90H12V146H8V90H-3V146H3V90H-12V146H-8V90Z', metal('#d7b26a'))) + at(400, 0, box(-7, 196, 14, 132, 7, metal('#d7b26a')) + path('M-7 200L-9 96Q14 96 15 150L9 200Z', metal('#e6cd95')))
  + at(470, 0, box(-6, 180, 12, 148, 6, metal('#d7b26a')) + oval(0, 136, 23, 44, slant('#f6e3b4', '#b58d45')) + oval(-4, 132, 14, 32, '#fff4d4', 'opacity=".5"')) + branch(548, 352, -8, 0.8, '#7d9366');

const folds = (c, stripe, h = 46) => many(3, i => at(400, 338 - i * h, box(-170 + i * 8, -h, 340 - i * 16, h, 18, down(light(c, 0.25), c, dark(c, 0.22))) + line(`M${-150 + i * 8} ${-h * 0.68}H${150 - i * 8}`, stripe, 4) + line(`M${-150 + i * 8} ${-h * 0.5}H${150 - i * 8}`, stripe, 2) + oval(150 - i * 8, -h / 2, 10, h / 2 - 4, dark(c, 0.18))));
const tablecloth = () => shadow(400, 346, 190) + folds('#f3ead8', '#b5533c', 54) + branch(330, 170, 4, 0.9, '#7d9366', '#59683a');

const napkins = c => shadow(400, 346, 150) + many(3, i => at(400, 330 - i * 18, path(`M-150 10L-90-26H150L110 10Z`, slant(light(c, 0.2 - i * 0.04), dark(c, 0.08))) + path('M-150 10H110V18H-150Z', dark(c, 0.24))))
  + at(400, 250, path('M-92 20Q-60-96-6-104Q-40-40 0-8Q40-40 6-104Q60-96 92 20Q0 46-92 20Z', across(dark(c, 0.14), light(c, 0.2), dark(c, 0.08), light(c, 0.1), dark(c, 0.24))) + box(-40, -4, 80, 22, 10, metal('#d7b26a'))) + branch(520, 350, 4, 0.75, '#7d9366');

const candlestick = (x, h, c) => at(x, 340, shadow(0, 2, 44, 8) + oval(0, 0, 44, 9, metal('#d7b26a')) + box(-6, -h, 12, h, 6, metal('#d7b26a')) + oval(0, -h * 0.55, 13, 9, metal('#e6cd95')) + oval(0, -h, 22, 7, metal('#e6cd95')) + box(-8, -h - 92, 16, 92, 4, across(dark(c, 0.1), light(c, 0.3), dark(c, 0.2)))
  + oval(0, -h - 112, 46, 46, glow('rgba(255,220,130,.65)', 'rgba(255,220,130,0)')) + path(`M0 ${-h - 134}Q12 ${-h - 112} 0 ${-h - 94}Q-12 ${-h - 112} 0 ${-h - 134}Z`, down('#fff3b0', '#f5a531')));

const jugs = c => shadow(390, 344, 96) + line('M466 168c72-16 66 96-6 104', dark(c, 0.28), 17) + line('M466 168c72-16 66 96-6 104', light(c, 0.2), 8) + path('M336 120L306 100Q350 96 400 100T462 112Q452 160 474 214T462 330Q396 348 330 330T318 214T336 120Z', round(c)) + oval(396, 110, 66, 10, dark(c, 0.3)) + [[360, 222], [430, 252], [384, 288]].map(([x, y]) => at(x, y, oval(0, 0, 18, 14, glow('#ffe680', '#e0a81e')) + path('M10-8Q22-26 36-16Q26-4 10-8Z', '#6f8f4e'))).join('') + line('M318 190Q396 206 474 190M318 318Q396 332 468 318', '#3f6d95', 4) + shine('M342 160q-16 70-8 140', 0.5, 9) + lemon(556, 346, 0.9) + lemonHalf(612, 356, 0.8);

export const table = {
  'dinner-plate-cream': ['disc', () => standing('#f2e8d6', '#b5793f', dots('#b5793f'))],
  'dinner-plate-sea': ['disc', () => standing('#7ea6b8', '#2f5b73', dots('#eef5f5'))],
  'lemon-plate': ['arch', () => standing('#f8f3e6', '#3f6d95', lemons())],
  'pasta-bowl': ['disc', () => bowl('#d08a5a')],
  platter: ['arch', () => platter('#f4eee0')],
  'wine-glasses': ['disc', () => wine(330, 334, 1) + wine(464, 346, 1.06) + at(590, 356, many(7, i => oval(-20 + (i % 3) * 22, -8 - Math.floor(i / 3) * 16 + (i % 2) * 4, 13, 13, glow('#9a6aa0', '#4a2352'))))],
  'tumblers-amber': ['arch', () => tumbler(276, 334, '#dca24a', 1.1) + tumbler(400, 350, '#dca24a', 1.2) + tumbler(528, 334, '#dca24a', 1.1)],
  'tumblers-green': ['arch', () => tumbler(276, 334, '#7fae8c', 1.1) + tumbler(400, 350, '#7fae8c', 1.2) + tumbler(528, 334, '#7fae8c', 1.1)],
  carafe: ['arch', carafe],
  cutlery: ['disc', cutlery],
  tablecloth: ['disc', tablecloth],
  'napkins-rust': ['arch', () => napkins('#c0653f')],
  'napkins-sage': ['arch', () => napkins('#8fa382')],
  candlesticks: ['arch', () => candlestick(300, 110, '#f3e9d6') + candlestick(400, 160, '#c0653f') + candlestick(500, 84, '#f3e9d6')],
  'lemon-jug': ['disc', () => jugs('#f6f0e2')],
};
