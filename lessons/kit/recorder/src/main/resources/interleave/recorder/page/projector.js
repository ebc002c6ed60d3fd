// Projector mode: everything is large enough for the last row, and the versions fit on one screen. It shows as many
// versions as fit, but at least two, and folds lanes if even these are too high. The sizes are those of a screen of
// 1280 x 800; a larger screen magnifies them.
const screenSize = {width: 1280, height: 800};
const stepLines = 5;

const isTooHighForScreen = () => {
  const box = document.querySelector("main").getBoundingClientRect();
  const line = parseFloat(getComputedStyle(element("step-text")).lineHeight);
  return box.bottom + scrollY + line * stepLines * projectorScale() > innerHeight;
};

const projectorScale = () => Math.max(1, Math.min(innerWidth / screenSize.width, innerHeight / screenSize.height));

function fitProjector() {
  document.body.style.setProperty("--scale", projectorScale());
  compareAllAgain();
  fitNames();
  placeLabelsIn(usualLabelLines);
  const showsAll = choice.numbers.length === 0;
  for (let count = versions.length - 1; showsAll && count >= 2 && isTooHighForScreen(); count--) {
    compareFirst(count);
    fitNames();
  }
  fit(isTooHighForScreen);
}

// The code is too small to be read from the last row. The button Code shows it again.
function projector() {
  const on = document.body.classList.toggle("projector");
  element("projector").setAttribute("aria-pressed", on);
  if (document.body.classList.contains("bare") !== on) code();
  if (!on) compareAllAgain();
  layout();
  drawMoment();
}

element("projector").addEventListener("click", projector);
