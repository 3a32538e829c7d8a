// Nothing moves under a finger: what arrives while a button is held down waits until it is let go.
const clickComesAfter = 80;
const longestPress = 5000;

export function steady(...areas) {
  const waiting = [];
  let held = false;
  let timer = null;

  function release(after) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      held = false;
      while (waiting.length > 0 && !held) waiting.shift()();
    }, after);
  }

  for (const area of areas) {
    area.addEventListener('pointerdown', event => {
      if (!event.target.closest('button, a')) return;
      held = true;
      // A finger that leaves the window is never told of.
      release(longestPress);
    });
  }
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => { if (held) release(clickComesAfter); });

  return action => {
    if (held || waiting.length > 0) waiting.push(action);
    else action();
  };
}
