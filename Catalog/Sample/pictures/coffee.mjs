// Coffee and tea.
import { across, at, box, dark, glow, light, line, many, metal, oval, path, round, shadow, shine, slant } from './brush.mjs';
import { beans, leaf, lemonHalf, steam } from './props.mjs';

const cup = (x, y, c, size = 1, full = '#5a3018') => at(x, y,
  shadow(0, 4, 92, 12) + oval(0, 0, 88, 17, round(light(c, 0.12))) + oval(0, -3, 60, 9, dark(c, 0.2), 'opacity=".4"')
  + line('M52-64c42-10 44 42-2 44', dark(c, 0.22), 13) + line('M52-64c42-10 44 42-2 44', light(c, 0.1), 8)
  + path('M-60-82C-58-30-40-6 0-6S58-30 60-82Z', round(c)) + oval(0, -82, 60, 15, light(c, 0.4)) + oval(0, -80, 53, 11, full)
  + path('M-53-80a53 11 0 0 0 106 0a53 7 0 0 1-106 0Z', light(full, 0.35), 'opacity=".75"') + shine('M-42-64q5 30 20 44', 0.45), 0, size);

const moka = (x, y, size = 1) => at(x, y,
  shadow(0, 2, 96)
  + path('M-84 0L-62-104H62L84 0Q0 12-84 0Z', metal()) + many(5, i => path(`M${-52 + i * 26}-104L${-70 + i * 35} 4`, 'none', 'stroke="#5b5f66" stroke-width="1.5" opacity=".45"'))
  + box(-68, -118, 136, 20, 6, metal('#8f9399'))
  + path('M-58-118L-84-222L-104-236L-80-232H82L58-118Z', metal('#c2c5c9')) + many(4, i => path(`M${-36 + i * 24}-118L${-50 + i * 33}-230`, 'none', 'stroke="#5b5f66" stroke-width="1.5" opacity=".4"'))
  + path('M-82-232Q0-272 82-232Z', metal()) + oval(0, -232, 82, 5, '#6d7076') + box(-9, -268, 18, 16, 5, '#2b2523') + oval(0, -270, 14, 11, glow('#6a5750', '#241c1a'))
  + path('M78-226L142-220Q152-218 148-206L128-130Q124-120 114-122L112-136L126-198L76-204Z', slant('#4a3d38', '#1d1614')) + oval(0, -52, 11, 11, metal('#d7b26a')) + shine('M-64-212q6 52 14 84', 0.6), 0, size);

const bag = (c, band) => shadow(400, 342, 96)
  + path('M318 130L482 130L494 330Q400 352 306 330Z', across(dark(c, 0.2), light(c, 0.14), c, dark(c, 0.4))) + path('M318 130L326 96H474L482 130Z', across(dark(c, 0.3), light(c, 0.05), dark(c, 0.35)))
  + box(322, 90, 156, 16, 4, dark(c, 0.4)) + path('M312 212L488 212L492 296Q400 308 308 296Z', band) + oval(400, 254, 30, 30, dark(c, 0.1)) + at(400, 254, oval(0, 0, 15, 20, light(band, 0.3)) + line('M-2-18q-10 18 4 36', dark(c, 0.1), 3.5), 28)
  + oval(400, 160, 13, 13, glow('#fff', '#c9bfb2')) + many(4, i => oval(396 + (i % 2) * 8, 156 + (i > 1) * 8, 1.6, 1.6, '#6d6055')) + shine('M332 140q-6 90-8 170', 0.25, 10);

const grinder = () => shadow(400, 342, 78)
  + path('M340 334L350 196H450L460 334Q400 348 340 334Z', across('#5d331c', '#a8683c', '#8a5230', '#45240f')) + box(332, 316, 136, 22, 5, across('#4a2713', '#8f5831', '#3a1d0c'))
  + box(376, 244, 48, 40, 4, across('#7a4525', '#b3754a', '#6a3a1e')) + oval(400, 264, 6, 6, metal('#d7b26a')) + path('M344 196L356 140H444L456 196Z', metal('#c9a05a')) + path('M352 142Q400 92 448 142Z', metal('#d7b26a'))
  + box(395, 84, 10, 34, 3, metal()) + line('M400 88L500 74', '#7d8187', 9) + line('M400 86L500 72', '#d8dbde', 3) + box(494, 50, 18, 30, 8, round('#6e3d20')) + shine('M364 208l-8 100', 0.35);

const jug = c => shadow(400, 342, 92) + line('M476 190c78-14 70 116-8 104', dark('#b9bcc0', 0.35), 18) + line('M476 190c78-14 70 116-8 104', '#e6e8ea', 7)
  + path('M330 160L302 134L346 150H474Q478 210 492 268T462 338Q400 350 338 338Q300 320 312 268T330 160Z', metal(c)) + path('M302 134L346 146Q410 132 474 150Q410 168 340 160Z', dark(c, 0.42)) + oval(410, 154, 56, 7, '#fffdf6') + shine('M330 196q-20 70-4 120', 0.7, 9);

const teapot = c => shadow(400, 342, 126)
  + line('M500 208c82-34 84 96-6 92', dark(c, 0.3), 19) + line('M500 208c82-34 84 96-6 92', light(c, 0.15), 10)
  + path('M306 250Q250 246 236 184L216 176Q226 160 246 166Q270 176 276 208Q292 216 316 208Z', across(dark(c, 0.08), light(c, 0.25), dark(c, 0.15)))
  + path('M290 250C290 190 340 166 400 166S512 190 512 250S466 338 400 338S290 310 290 250Z', round(c)) + path('M346 176Q400 138 456 176Q400 190 346 176Z', round(light(c, 0.12))) + oval(400, 148, 15, 13, glow(light(c, 0.5), dark(c, 0.1)))
  + line('M302 262Q400 286 500 262', light(c, 0.45), 5, 'opacity=".8"') + line('M306 276Q400 300 496 276', light(c, 0.45), 2.5, 'opacity=".8"') + shine('M318 220q-8 44 14 78', 0.6, 10);

const tin = (c, label) => shadow(400, 342, 84) + path('M322 150V328Q400 348 478 328V150Z', round(c)) + oval(400, 150, 78, 15, dark(c, 0.3)) + path('M316 108V146Q400 166 484 146V108Z', round(dark(c, 0.25))) + oval(400, 108, 84, 16, slant(light(c, 0.3), dark(c, 0.1)))
  + path('M322 198Q400 216 478 198V288Q400 306 322 288Z', '#f7ecd6') + label + shine('M336 168v144', 0.4, 9);
const camomile = () => at(400, 250, many(12, i => at(0, 0, oval(0, -20, 6, 13, '#ffffff', 'stroke="#e3d6bd" stroke-width="1"'), i * 30)) + oval(0, 0, 12, 12, glow('#ffd75a', '#d99a1c')));
const mint = () => leaf(400, 262, -60, 0.9, '#5a8f5a') + leaf(400, 262, -120, 0.9, '#6ba26b') + leaf(400, 266, -10, 0.7, '#5a8f5a') + leaf(400, 266, -170, 0.7, '#6ba26b');

const sugar = c => shadow(400, 342, 86) + path('M314 232C314 310 350 338 400 338S486 310 486 232Z', round(c)) + oval(400, 232, 86, 17, dark(c, 0.25)) + path('M320 228Q330 186 400 182T480 228Q400 246 320 228Z', round(light(c, 0.1))) + oval(400, 178, 14, 12, glow(light(c, 0.5), c))
  + line('M470 214L520 132', '#8d9197', 7) + line('M469 212L519 131', '#e9ecee', 2.6) + oval(523, 126, 10, 14, metal()) + many(5, i => box(540 + (i % 3) * 26 - (i > 2) * 14, 318 - (i > 2) * 22, 22, 22, 3, slant('#ffffff', '#e4d5c3'))) + shine('M330 254q4 40 26 62', 0.55);

const scoop = () => shadow(390, 344, 150, 12) + at(400, 306, path('M-40-10L190-34Q206-34 206-22T190-12L-40 22Z', slant('#c98f57', '#8a5428')) + oval(-84, 6, 66, 42, slant('#d6a06a', '#7f4c24')) + oval(-84, 0, 56, 33, '#5d3318')) + beans(312, 302, 12, 11, 42);

const espresso = c => cup(310, 330, c, 1) + cup(500, 338, c, 1.05) + steam(310, 238, 0.9) + steam(500, 238, 0.9);

export const coffee = {
  moka: ['arch', () => moka(400, 334, 0.98) + beans(580, 364, 8, 5) + beans(214, 372, 5, 9, 60)],
  'espresso-cups-terracotta': ['disc', () => espresso('#c8643c') + beans(620, 372, 5, 3, 60)],
  'espresso-cups-sage': ['disc', () => espresso('#8fa382') + beans(620, 372, 5, 3, 60)],
  'espresso-cups-cream': ['disc', () => espresso('#f0e4ce') + beans(620, 372, 5, 3, 60)],
  cappuccino: ['arch', () => cup(400, 342, '#f4efe6', 1.6, '#c98f57') + at(400, 213, oval(0, 0, 66, 12, '#b97a45') + path('M0 8Q-34-2-16-9Q-4-12 0-4Q4-12 16-9Q34-2 0 8Z', '#fff4e0'))],
  'coffee-beans': ['disc', () => bag('#4a2a1c', '#e9c48f') + beans(560, 356, 12, 21, 80) + beans(262, 366, 6, 5, 50)],
  'coffee-decaf': ['disc', () => bag('#5c7a63', '#f3e2c0') + beans(560, 356, 9, 17, 80)],
  grinder: ['arch', () => grinder() + beans(548, 360, 9, 31, 70)],
  'milk-jug': ['disc', () => jug('#bfc3c7') + cup(600, 352, '#efe3cd', 0.62)],
  'teapot-white': ['arch', () => teapot('#f1ece2') + cup(604, 350, '#f1ece2', 0.62, '#b8722c')],
  'teapot-night': ['arch', () => teapot('#38506f') + cup(604, 350, '#38506f', 0.62, '#b8722c')],
  camomile: ['disc', () => tin('#d9a13b', camomile()) + at(560, 350, camomile().replace('translate(400 250)', 'translate(0 0)'), 0, 0.8)],
  'mint-tea': ['disc', () => tin('#4f7f6b', mint()) + leaf(548, 352, -12, 1.1, '#6ba26b') + leaf(560, 360, 20, 0.9, '#5a8f5a') + lemonHalf(250, 346, 0.9)],
  'sugar-bowl': ['arch', () => sugar('#d9877a')],
  'coffee-scoop': ['disc', () => scoop() + beans(560, 366, 6, 41, 60)],
};
