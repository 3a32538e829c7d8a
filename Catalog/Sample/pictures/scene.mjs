// The stage of a picture: a wall with the window's light on it, a disc or arch behind the thing, a table under it.
import { across, box, dark, dice, down, glow, light, line, many, oval, path, slant, takeDefs } from './brush.mjs';

export const WIDTH = 800;
export const HEIGHT = 419;
const EDGE = 322;

const STAGES = {
  coffee: { wall: '#f0dcc6', back: '#d9996a', table: '#8a5638', wood: true },
  kitchen: { wall: '#dbe6d8', back: '#9dbb9c', table: '#c8965f', wood: true },
  table: { wall: '#f7ddcf', back: '#e79f80', table: '#f1e6d8', wood: false },
  pantry: { wall: '#f8e6b8', back: '#eab34a', table: '#b06f3b', wood: true },
  home: { wall: '#d9e2ec', back: '#a3b8d3', table: '#eadfce', wood: false },
  gifts: { wall: '#f0d6d9', back: '#cd8593', table: '#f3e4dc', wood: false },
};

const arch = color => path('M258 322V200a142 142 0 0 1 284 0V322Z', down(light(color, 0.1), light(color, 0.38)));
const disc = color => oval(400, 196, 158, 158, slant(light(color, 0.3), color), 'opacity=".92"');

const windowLight = `<g opacity=".34" filter="url(#soft)"><path d="M40 0H150L20 260H-90ZM176 0H286L156 260H46Z" fill="#fffaf0"/></g>`;

const wood = color => {
  const next = dice(7);
  return many(9, i => {
    const y = EDGE + 10 + i * 10.5;
    const from = next() * 500;
    return line(`M${from} ${y}q${80 + next() * 90} ${next() * 6 - 3} ${200 + next() * 200} 0`, dark(color, 0.3), 1.6, 'opacity=".35"');
  });
};

const cloth = color => many(6, i => line(`M-20 ${EDGE + 18 + i * 17}Q400 ${EDGE + 8 + i * 17} 820 ${EDGE + 18 + i * 17}`, dark(color, 0.14), 1.2, 'opacity=".5"'));

/** @param look 'arch' or 'disc' */
export const picture = (category, look, thing) => {
  const { wall, back, table, wood: planks } = STAGES[category];
  const body = [
    box(0, 0, WIDTH, EDGE, 0, slant(light(wall, 0.55), wall, dark(wall, 0.1))),
    windowLight,
    look === 'arch' ? arch(back) : disc(back),
    box(0, EDGE, WIDTH, HEIGHT - EDGE, 0, down(light(table, 0.16), dark(table, 0.18))),
    planks ? wood(table) : cloth(table),
    box(0, EDGE, WIDTH, 3, 0, light(table, 0.5), 'opacity=".6"'),
    oval(400, 372, 420, 52, glow('rgba(255,250,240,.34)', 'rgba(255,250,240,0)')),
    thing,
    box(0, 0, WIDTH, HEIGHT, 0, across('rgba(60,25,10,.10)', 'rgba(60,25,10,0)', 'rgba(60,25,10,0)', 'rgba(60,25,10,.14)')),
  ].join('');
  const filters = '<filter id="soft" x="-30%" y="-80%" width="160%" height="260%"><feGaussianBlur stdDeviation="9"/></filter><filter id="faint" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="1.4"/></filter>';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${filters}${takeDefs()}</defs>${body}</svg>`;
};
