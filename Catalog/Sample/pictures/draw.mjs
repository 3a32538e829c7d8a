// Draws the sample shop's pictures: node Catalog/Sample/pictures/draw.mjs [name ...]
// Needs Node 20 and chromium (CHROMIUM=path), no packages. 800x419 is Messenger's 1.91:1.
import { writeFile } from 'node:fs/promises';
import { withChromium } from './chromium.mjs';
import { coffee } from './coffee.mjs';
import { kitchen } from './kitchen.mjs';
import { table } from './table.mjs';
import { pantry } from './pantry.mjs';
import { home } from './home.mjs';
import { gifts } from './gifts.mjs';
import { smaller } from './png.mjs';
import { HEIGHT, picture, WIDTH } from './scene.mjs';

const wanted = process.argv.slice(2);
const categories = { coffee, kitchen, table, pantry, home, gifts };

await withChromium(async render => {
  for (const [category, things] of Object.entries(categories)) {
    for (const [name, [look, thing]] of Object.entries(things)) {
      if (wanted.length > 0 && !wanted.includes(name) && !wanted.includes(category)) continue;
      const png = smaller(await render(picture(category, look, thing()), WIDTH, HEIGHT));
      await writeFile(new URL(`${name}.png`, import.meta.url), png);
      console.log(`${category}/${name} ${png.length}`);
    }
  }
});
