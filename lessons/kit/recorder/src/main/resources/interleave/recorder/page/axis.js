// The ticks above the lanes. Those of the whole run are in the page; when it is magnified, finer ones replace them.
const axes = [...document.querySelectorAll(".axis .inner")].map(inner => ({inner, whole: [...inner.children]}));
const ticksOnScreen = 8;

function drawTicks() {
  for (const {inner, whole} of axes) inner.replaceChildren(...(view.zoom > 1 ? finerTicks() : whole));
  thinTicks();
}

// Also those of the next screen on either side.
function finerTicks() {
  const width = total / view.zoom, first = view.from * total;
  const step = roundStep(width / ticksOnScreen);
  const ticks = [];
  for (let number = Math.max(0, Math.ceil((first - width) / step)); number * step < Math.min(total, first + 2 * width); number++) {
    const tick = made("span", "tick", tickLabel(number * step, step, first + width));
    tick.style.left = percent(number * step);
    ticks.push(tick);
  }
  return ticks;
}

// 1, 2 or 5 times a power of ten, in nanoseconds.
function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * [1, 2, 5, 10].find(factor => factor * power >= least);
}

function tickLabel(at, step, last) {
  const [unit, name] = last >= 1e9 ? [1e9, "s"] : last >= 1e6 ? [1e6, "ms"] : [1e3, "\u00b5s"];
  return `${(at / unit).toFixed(at ? Math.max(0, -Math.floor(Math.log10(step / unit))) : 0)} ${name}`;
}

// Shows every tick, every second or every fifth, so that their labels do not touch.
function thinTicks() {
  for (const {inner} of axes) {
    const ticks = [...inner.children];
    ticks.forEach(tick => { tick.hidden = false; });
    const places = ticks.map(tick => ({left: tick.offsetLeft, right: tick.offsetLeft + tick.offsetWidth + 6}));
    const fits = every => places.filter((_, index) => index % every === 0)
      .every(({left}, index, kept) => index === 0 || kept[index - 1].right <= left);
    const every = [1, 2, 5, 10].find(fits) || 20;
    ticks.forEach((tick, index) => { tick.hidden = index % every !== 0; });
  }
}
