// Little things that stand beside the product and say what it is for.
import { at, dark, dice, glow, light, line, many, oval, path, round, shadow, slant } from './brush.mjs';

export const leaf = (x, y, turn, size = 1, color = '#6f8a52') => at(x, y,
  path('M0 0C10-16 34-20 52-4C36 10 12 12 0 0Z', slant(light(color, 0.25), dark(color, 0.15))) + line('M4 0Q26-4 48-4', dark(color, 0.3), 1.4, 'opacity=".6"'), turn, size);

export const branch = (x, y, turn = 0, size = 1, color = '#6f8a52', fruit = null) => at(x, y,
  line('M0 0Q70-26 150-14', dark(color, 0.35), 3.4)
  + many(5, i => leaf(16 + i * 27, -8 - Math.sin(i / 1.6) * 8, -48 + i * 7, 0.8, color) + leaf(22 + i * 27, -8 - Math.sin(i / 1.6) * 8, 40 - i * 7, 0.8, color))
  + leaf(148, -14, -8, 0.8, color)
  + (fruit ? many(3, i => oval(40 + i * 38, 4 - i * 3, 9, 11, glow(light(fruit, 0.4), fruit))) : ''), turn, size);

const bean = (x, y, turn, size) => at(x, y, shadow(2, 7, 12, 4, 0.3) + oval(0, 0, 13, 9, glow('#8a5230', '#4a2614')) + line('M-11 1Q-3-5 0 0T11-1', '#2b140a', 2), turn, size);
export const beans = (x, y, n, seed = 3, spread = 90) => {
  const next = dice(seed);
  return many(n, i => bean(x + ((i + 0.2 + next() * 0.6) / n - 0.5) * spread * 2.2, y + (i % 2 ? 9 : -9) + (next() - 0.5) * 14, next() * 180, 0.75 + next() * 0.3));
};

export const lemon = (x, y, size = 1) => at(x, y, shadow(0, 24, 36, 8)
  + path('M-40 4C-34-24 24-34 36-6C46-4 44 6 36 8C22 32-30 30-40 4Z', glow('#ffe680', '#e0a81e')) + oval(-10, -10, 9, 5, '#fff6c8', 'opacity=".6"'), -8, size);
export const lemonHalf = (x, y, size = 1) => at(x, y, shadow(0, 22, 30, 7) + oval(0, 0, 30, 29, '#e9b62c') + oval(0, 0, 26, 25, '#fdf3c4')
  + many(8, i => at(0, 0, path('M2 0Q12-8 22-4Q24 2 20 5Q10 6 2 0Z', '#f6d24e'), i * 45)), 0, size);

export const tomato = (x, y, size = 1) => at(x, y, shadow(0, 27, 34, 8) + oval(0, 0, 34, 30, glow('#f4694a', '#b7281d'))
  + many(5, i => at(0, -25, path('M0 0Q10-6 20 0Q10 5 0 0Z', '#4f7d3a'), i * 72 - 10)) + oval(-13, -10, 8, 5, '#ffd9c8', 'opacity=".6"'), 0, size);

export const basil = (x, y, size = 1) => at(x, y, leaf(0, 0, -20, 1.1, '#4d8b3f') + leaf(0, 0, -100, 1, '#5a9a49') + leaf(0, 0, -160, 1.05, '#4d8b3f') + leaf(0, 0, -62, 0.9, '#6aa957'), 0, size);

export const wheat = (x, y, turn = 0, size = 1) => at(x, y, line('M0 0Q-4-60 6-130', '#b98a35', 3.4)
  + many(6, i => oval(-7, -70 - i * 13, 6, 11, '#e2b455', `transform="rotate(-24 -7 ${-70 - i * 13})"`) + oval(13, -66 - i * 13, 6, 11, '#cf9c3e', `transform="rotate(24 13 ${-66 - i * 13})"`))
  + oval(5, -150, 6, 12, '#e2b455'), turn, size);

export const steam = (x, y, size = 1) => at(x, y, [0, 24, -22].map((dx, i) => line(`M${dx} 0c-16-18 14-28 0-48s10-26 2-40`, '#ffffff', 7 - i, 'opacity=".5" filter="url(#faint)"')).join(''), 0, size);

export const hazelnut = (x, y, size = 1) => at(x, y, shadow(0, 13, 16, 5) + oval(0, 0, 15, 14, glow('#c98f57', '#84502a')) + path('M-14-3Q0-20 14-3Q0 3-14-3Z', '#d9b184'), 0, size);

export const rosemary = (x, y, turn = 0, size = 1) => at(x, y, line('M0 0L120-10', '#5c5b3a', 3)
  + many(14, i => line(`M${6 + i * 8} ${-i * 0.7}l9-15M${8 + i * 8} ${-i * 0.7}l11 13`, i % 2 ? '#5d7f56' : '#76996c', 3.4)), turn, size);

export const lavender = (x, y, turn = 0, size = 1) => at(x, y, line('M0 0Q-4-50 4-92', '#74895c', 3)
  + many(7, i => oval(-3 + (i % 2) * 10, -80 - i * 9, 6.5, 6.5, i % 2 ? '#8f7bbd' : '#a893d2')), turn, size);

export const pebble = (x, y, rx, ry, c) => shadow(x, y + ry, rx, 5, 0.25) + oval(x, y, rx, ry, glow(light(c, 0.4), c));

export const ribbon = (x, y, color, size = 1) => at(x, y,
  path('M0 0C-20-34-58-36-60-14C-60 6-22 8 0 0Z', slant(light(color, 0.3), dark(color, 0.1))) + path('M0 0C20-34 58-36 60-14C60 6 22 8 0 0Z', slant(color, dark(color, 0.25)))
  + path('M-4 2L-36 44L-20 42L-14 54L6 4Z', dark(color, 0.12)) + path('M4 2L36 44L22 42L16 54L-6 4Z', color) + oval(0, 0, 11, 10, round(color)), 0, size);

