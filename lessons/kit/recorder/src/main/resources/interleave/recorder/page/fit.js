// Folds labels and lanes until the shown versions fit on a screen or on a sheet of paper.
const usualLabelLines = 6;
const labelLines = [10, 6, 4, 2];

const foldable = section => [...section.querySelectorAll(".lanes > .row:not(.axis)")].filter(row => !row.hidden);

function unfold() {
  document.querySelectorAll(".folded").forEach(row => row.classList.remove("folded"));
  document.querySelectorAll(".folds").forEach(row => row.remove());
}

function foldedText(rows) {
  const count = which => rows.filter(row => row.classList.contains("libraries") === which)
    .reduce((sum, row) => sum + Number(row.dataset.count || 1), 0);
  const [lanes, libraries] = [count(false), count(true)];
  return [lanes && `${lanes} more ${lanes === 1 ? "lane" : "lanes"}`, libraries && `${libraries} library ${libraries === 1 ? "thread" : "threads"}`]
    .filter(part => part).join(", ");
}

function drawFolds(section) {
  section.querySelector(".folds")?.remove();
  const folded = foldable(section).filter(isFolded);
  if (folded.length) section.querySelector(".lanes").append(made("div", "folds", `and ${foldedText(folded)}`));
}

const isFolded = row => row.classList.contains("folded");

// Folds the last lane of the version with the most lanes; false if each version has only one left.
function foldOneLane() {
  const open = sections.filter(section => !section.hidden).map(section => foldable(section).filter(row => !isFolded(row)))
    .reduce((one, other) => other.length > one.length ? other : one);
  if (open.length < 2) return false;
  open.at(-1).classList.add("folded");
  drawFolds(open[0].closest(".version"));
  return true;
}

// Uses the room that is left, for example in the other column of a sheet.
function unfoldWhatFits(isTooHigh) {
  for (const section of sections.filter(section => !section.hidden)) {
    for (const row of foldable(section).filter(isFolded)) {
      row.classList.remove("folded");
      drawFolds(section);
      placeLabels();
      if (!isTooHigh()) continue;
      row.classList.add("folded");
      drawFolds(section);
      break;
    }
  }
  for (const lane of labelled.filter(lane => lane.row.offsetParent && lane.isFolded)) {
    const before = lane.mostLines;
    lane.mostLines = [...labelLines, before].find(lines => {
      lane.mostLines = lines;
      placeLabels();
      return lines <= before || !isTooHigh();
    });
  }
  placeLabels();
}

// Folds as little as needed: first labels, then lanes.
function fit(isTooHigh) {
  for (const lines of [...labelLines, 1]) {
    placeLabelsIn(lines);
    if (!isTooHigh()) return;
  }
  while (foldOneLane() && isTooHigh());
  unfoldWhatFits(isTooHigh);
}

// The width of what a name shows. Only the text of a group counts, because its button may be on another line.
function nameWidth(name) {
  const range = document.createRange();
  if (name.parentNode.dataset.kind) range.selectNode(name.querySelector("bdi")); else range.selectNodeContents(name);
  return range.getBoundingClientRect().width / (name.getBoundingClientRect().width / name.offsetWidth)
    + parseFloat(getComputedStyle(name).paddingLeft);
}

// Makes the column of names as wide as the widest name of a shown lane.
function fitNames() {
  document.body.style.removeProperty("--gutter");
  const widths = [...document.querySelectorAll(".lanes .row:not(.folded) > .name")].filter(name => name.offsetParent).map(nameWidth);
  document.body.style.setProperty("--gutter", `${Math.ceil(Math.max(60, ...widths)) + 12}px`);
}

// Arranges the page again after a change of its size or of what it shows.
function layout() {
  unfold();
  fitNames();
  if (document.body.classList.contains("projector")) fitProjector();
  else placeLabelsIn(usualLabelLines);
  thinTicks();
}

addEventListener("resize", layout);
