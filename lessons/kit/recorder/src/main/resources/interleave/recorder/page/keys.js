// Keyboard shortcuts for all controls. Inside an input field, keys keep their usual meaning.
const keys = {
  " ": toggle, ArrowRight: () => step(1), ArrowLeft: () => step(-1), Home: () => { pause(); go(0); }, End: end,
  Escape: still, "+": () => faster(1), "-": () => faster(-1), z: () => zoomTo(view.zoom * 2), x: () => zoomTo(view.zoom / 2),
  "[": () => move(-0.25), "]": () => move(0.25), "/": () => element("search").focus(), v: toggleAnswers, p: projector, l: toggleLibraries, 0: () => compare([]), c: code, "?": help,
  ArrowDown: () => nextRow(1), ArrowUp: () => nextRow(-1), ".": () => nextSpan(1), ",": () => nextSpan(-1)
};

for (let number = 0; number < Math.min(9, versions.length); number++) keys[number + 1] = () => choose(number);

function help() {
  const text = element("keys");
  text.hidden = !text.hidden;
  element("help").setAttribute("aria-expanded", !text.hidden);
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const field = event.target.closest("input, select");
  if (field) {
    if (event.key === "Escape") {
      if (field.type === "search") {
        field.value = "";
        search("");
      }
      field.blur();
    }
    return;
  }
  if (event.key === " " && event.target.closest("button, summary")) return;
  const action = keys[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});
element("help").addEventListener("click", help);
element("controls").hidden = false;
show();
drawMoment();
if (document.body.dataset.answers === "hidden") hideAnswers();
readAddress();
