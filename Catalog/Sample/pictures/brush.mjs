// Small strokes from which every picture is made: shaded fills, soft shadows, plain shapes.

let defs = [];
let count = 0;

export const takeDefs = () => { const taken = defs.join(''); defs = []; count = 0; return taken; };

const channels = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
export const mix = (a, b, t) => '#' + channels(a).map((v, i) => Math.round(v + (channels(b)[i] - v) * t).toString(16).padStart(2, '0')).join('');
export const light = (c, t) => mix(c, '#fff8ee', t);
export const dark = (c, t) => mix(c, '#2a1712', t);

const gradient = (stops, [x1, y1, x2, y2]) => {
  const id = `g${count++}`;
  const list = stops.map(([at, color, opacity = 1]) => `<stop offset="${at}" stop-color="${color}" stop-opacity="${opacity}"/>`).join('');
  defs.push(`<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${list}</linearGradient>`);
  return `url(#${id})`;
};

export const across = (...stops) => gradient(stops.map((c, i) => [i / (stops.length - 1), c]), [0, 0, 1, 0]);
export const down = (...stops) => gradient(stops.map((c, i) => [i / (stops.length - 1), c]), [0, 0, 0, 1]);
export const slant = (...stops) => gradient(stops.map((c, i) => [i / (stops.length - 1), c]), [0, 0, 1, 1]);
/** A turned body lit from the left: cups, jars, pots. */
export const round = c => gradient([[0, dark(c, 0.12)], [0.16, light(c, 0.22)], [0.34, light(c, 0.06)], [0.68, dark(c, 0.12)], [1, dark(c, 0.36)]], [0, 0, 1, 0]);
/** Polished metal. */
export const metal = (c = '#b9bcc0') => gradient([[0, dark(c, 0.3)], [0.14, light(c, 0.75)], [0.3, c], [0.5, dark(c, 0.28)], [0.62, light(c, 0.5)], [0.8, dark(c, 0.12)], [1, dark(c, 0.5)]], [0, 0, 1, 0]);
export const glow = (inner, outer) => {
  const id = `g${count++}`;
  defs.push(`<radialGradient id="${id}"><stop offset="0" stop-color="${inner}"/><stop offset="1" stop-color="${outer}"/></radialGradient>`);
  return `url(#${id})`;
};

export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
export const line = (d, color, width = 4, more = '') => `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const oval = (x, y, rx, ry, fill, more = '') => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
export const box = (x, y, w, h, r, fill, more = '') => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${more}/>`;
export const at = (x, y, inner, turn = 0, size = 1) => `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${inner}</g>`;
export const many = (n, draw) => Array.from({ length: n }, (_, i) => draw(i)).join('');

export const shadow = (x, y, rx, ry = 13, strength = 0.34) => oval(x + rx * 0.12, y, rx, ry, '#2a1712', `opacity="${strength}" filter="url(#soft)"`);
export const shine = (d, opacity = 0.5, width = 7) => line(d, '#ffffff', width, `opacity="${opacity}" filter="url(#faint)"`);

/** Repeatable scatter, so that every run draws the same. */
export const dice = seed => () => (seed = (seed * 16807) % 2147483647) / 2147483647;
