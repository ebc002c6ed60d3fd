// Predict first: the times stay hidden, and the lanes beyond the cursor too, until the answers are revealed.
const comparison = document.querySelector(".comparison");
const unit = total >= 1e9 ? {name: "s", nanos: 1e9} : {name: "ms", nanos: 1e6};
const isConcealed = () => document.body.classList.contains("concealed");

// One field for a guess in the row of each version.
const guesses = (() => {
  const heading = made("th", "guess", `your guess (${unit.name})`);
  heading.scope = "col";
  comparison.tHead.rows[0].append(heading);
  return [...comparison.tBodies[0].rows].slice(0, versions.length).map((row, number) => {
    const field = document.createElement("input");
    Object.assign(field, {type: "number", min: 0, step: "any"});
    field.setAttribute("aria-label", `Your guess for ${row.cells[0].textContent}, in ${unit.name}`);
    const verdict = document.createElement("small");
    row.append(made("td", "guess", field, " ", verdict));
    field.addEventListener("input", drawAnswers);
    return {field, verdict, bar: row.cells[1], end: versions[number].end};
  });
})();

// The rule of the terminal: a guess within a fifth of the time, or within 100 ms, is right, because a real run is never exact.
function judgement(guess, end) {
  const off = guess - end;
  if (Math.abs(off) <= Math.max(end / 5, 1e8)) return "right";
  return `${(Math.abs(off) / unit.nanos).toFixed(1)} ${unit.name} too ${off < 0 ? "short" : "long"}`;
}

function drawAnswers() {
  for (const {field, verdict, bar, end} of guesses) {
    const guess = field.value === "" ? NaN : Number(field.value) * unit.nanos;
    const judged = !isConcealed() && guess >= 0;
    verdict.textContent = judged ? judgement(guess, end) : "";
    bar.querySelector("i")?.remove();
    if (judged) bar.append(made("i", ""));
    if (judged) bar.lastChild.style.left = percent(guess);
  }
  const button = element("answers");
  button.textContent = isConcealed() ? "Reveal answers" : "Hide answers";
  button.setAttribute("aria-pressed", !isConcealed());
}

function hideAnswers() {
  pause();
  document.body.classList.add("concealed");
  replay.still = false;
  replay.at = -1; // before the first event
  drawMoment();
  drawWakes(0, 0);
  drawAnswers();
}

function toggleAnswers() {
  if (isConcealed()) still(); else hideAnswers();
}

element("answers").addEventListener("click", toggleAnswers);
