// Which versions the page shows: all of them, those that the reader compares, or those that fit on the projector's screen.
// The address remembers the choice: page.html#versions=1,3
const choice = {numbers: [], isAutomatic: false};
const isShown = number => choice.numbers.length === 0 || choice.numbers.includes(number);

const choiceButtons = versions.length < 3 ? [] : versions.map((version, number) => {
  const button = made("button", "", String(number + 1));
  Object.assign(button, {type: "button", title: `${version.name}: ${number + 1} (0 shows all versions)`});
  button.addEventListener("click", () => choose(number));
  return button;
});
element("choice").append("Compare ", ...choiceButtons);
element("choice").hidden = choiceButtons.length === 0;

function showChosen() {
  sections.forEach((section, number) => { section.hidden = !isShown(number); });
  choiceButtons.forEach((button, number) => button.setAttribute("aria-pressed", choice.numbers.length > 0 && isShown(number)));
}

// Chooses a version, or removes it from the choice. The third one replaces the first.
function choose(number) {
  if (number >= versions.length) return;
  const others = choice.numbers.filter(each => each !== number);
  compare(others.length < choice.numbers.length ? others : [...others, number].slice(-2));
}

function compare(numbers) {
  choice.numbers = numbers;
  choice.isAutomatic = false;
  showChosen();
  zoomToShown();
  layout();
  writeAddress();
}

// Short versions would be dots on the axis of long ones that are not shown.
function zoomToShown() {
  const ends = versions.filter((_, number) => isShown(number)).flatMap(({end, lanes}) => [end, ...lanes.map(lane => lane.end)]);
  Object.assign(view, {zoom: total / ends.reduce((one, other) => Math.max(one, other), 1), from: 0});
  show();
}

function compareFirst(count) {
  choice.numbers = [...versions.keys()].slice(0, count);
  choice.isAutomatic = true;
  showChosen();
}

function compareAllAgain() {
  if (choice.isAutomatic) choice.numbers = [];
  choice.isAutomatic = false;
  showChosen();
}
