// Prints the shown versions on one sheet of A4 paper. Sizes are in CSS pixels; sheet.css has the same width.
const sheetHeight = 700;

const isTooHighForSheet = () => document.body.getBoundingClientRect().height > sheetHeight;

function fitSheet() {
  const body = document.body.classList;
  fitNames();
  placeLabelsIn(usualLabelLines);
  if (isTooHighForSheet()) {
    body.toggle("columns", versions.filter((_, number) => isShown(number)).length > 1);
    fitNames();
  }
  fit(isTooHighForSheet);
}

addEventListener("beforeprint", () => {
  const wasProjector = document.body.classList.contains("projector");
  if (wasProjector) projector();
  const {zoom, from} = view;
  Object.assign(view, {zoom: 1, from: 0});
  document.body.classList.add("sheet");
  show();
  unfold();
  fitSheet();
  thinTicks();
  addEventListener("afterprint", () => {
    document.body.classList.remove("sheet", "columns");
    Object.assign(view, {zoom, from});
    show();
    layout();
    if (wasProjector) projector();
  }, {once: true});
});
