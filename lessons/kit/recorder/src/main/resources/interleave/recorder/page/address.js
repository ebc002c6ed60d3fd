// The address of the page: the compared versions and the step, such as page.html#versions=1,3&step=12, so that a teacher can
// point to them.
const address = {step: 0};

function writeAddress() {
  const parts = [];
  if (choice.numbers.length && !choice.isAutomatic) parts.push("versions=" + choice.numbers.map(number => number + 1).sort().join(","));
  if (address.step) parts.push("step=" + address.step);
  history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname + location.search);
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const numbers = (parts.get("versions") || "").split(",").map(text => Number(text) - 1).filter(number => number in versions);
  choice.numbers = numbers.slice(0, 2);
  showChosen();
  zoomToShown();
  layout();
  const step = Number(parts.get("step"));
  if (steps[step - 1]) goToStep(step - 1);
}

addEventListener("hashchange", readAddress);
