// Zoom and position of the page, and its code.
const view = {zoom: 1, from: 0, placed: 1};

function show() {
  view.zoom = Math.min(1024, Math.max(1, view.zoom));
  view.from = Math.min(1 - 1 / view.zoom, Math.max(0, view.from));
  document.body.style.setProperty("--zoom", view.zoom);
  document.body.style.setProperty("--from", view.from);
  element("zoom").value = Math.log2(view.zoom);
  element("place").value = view.zoom > 1 ? view.from / (1 - 1 / view.zoom) : 0;
  drawTicks();
  if (view.zoom !== view.placed) layout(); // labels need other places
  view.placed = view.zoom;
}

// Keeps the moment in the centre in its place.
function zoomTo(zoom, centre = view.from + 0.5 / view.zoom) {
  view.zoom = zoom;
  view.from = centre - 0.5 / Math.min(1024, Math.max(1, zoom));
  show();
}

function move(screens) {
  view.from += screens / view.zoom;
  show();
}

// Without the code, more versions fit on the screen.
function code() {
  const bare = document.body.classList.toggle("bare");
  element("code").setAttribute("aria-pressed", !bare);
  layout();
}

element("code").addEventListener("click", code);
element("zoom").addEventListener("input", event => zoomTo(2 ** event.target.value));
element("place").addEventListener("input", event => {
  view.from = event.target.value * (1 - 1 / view.zoom);
  show();
});

