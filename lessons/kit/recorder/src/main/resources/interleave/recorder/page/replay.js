// The replay: one cursor through all versions, and the output up to it.
const replay = {at: total, playing: false, still: true, frame: 0, before: 0};
// At speed 1, a run shorter than a second takes this many seconds; longer runs take their own time.
const shortest = 4;
const pace = Math.max(1e9, total) === total ? 1e9 : total / shortest;

const cursors = sections.map(section => section.querySelector(".cursor"));
const captions = sections.map(section => [...section.querySelectorAll(".caption[data-at]")]
  .map(node => ({node, at: Number(node.dataset.at), hidden: false})));
const lineNodes = sections.map(section => {
  const lines = new Map();
  section.querySelectorAll("[data-line]").forEach(node =>
    lines.set(`${node.closest("[data-source]").dataset.source}:${node.dataset.line}`, node));
  return lines;
});
const lit = sections.map(() => new Set());

function drawMoment() {
  const {at, still} = replay;
  versions.forEach((version, number) => {
    cursors[number].hidden = still;
    cursors[number].style.left = at < 0 ? "-8px" : percent(Math.min(at, version.end)); // covers the dots at the start, too
    for (const line of captions[number]) {
      const hidden = !still && line.at > at;
      if (hidden !== line.hidden) {
        line.hidden = hidden;
        line.node.classList.toggle("future", hidden);
      }
    }
    outputs[number](still ? undefined : at);
    drawQueues(number, still ? undefined : at);
    const now = new Set();
    if (!still && at < version.end) {
      for (const lane of version.lanes) {
        const span = spanAt(lane, at);
        if (span && span.line) now.add(span.line);
      }
    }
    for (const line of lit[number]) if (!now.has(line) && lineNodes[number].has(line)) lineNodes[number].get(line).classList.remove("here");
    for (const line of now) {
      const node = lineNodes[number].get(line);
      if (node && !lit[number].has(line)) {
        node.classList.add("here");
        reveal(node, node.closest("pre"));
      }
    }
    lit[number] = now;
  });
  element("now").textContent = still || at < 0 ? "" : `${time(at)} of ${time(total)}`;
  element("play").textContent = replay.playing ? "Pause" : "Play";
  if (!still && view.zoom > 1 && replay.playing) follow(at / total);
}

// Scrolls only the box that contains the line.
function reveal(line, box) {
  const top = line.offsetTop;
  if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 40) box.scrollTop = top - box.clientHeight / 2;
}

function follow(fraction) {
  if (fraction < view.from || fraction > view.from + 1 / view.zoom) {
    view.from = fraction - 0.1 / view.zoom;
    show();
  }
}

function go(at) {
  element("step-text").textContent = "";
  replay.still = false;
  replay.at = Math.min(total, Math.max(0, at));
  drawMoment();
  drawWakes(replay.at - total / 50, replay.at);
}

function advance(now) {
  if (!replay.playing) return;
  const passed = (now - replay.before) / 1000;
  replay.before = now;
  go(replay.at + passed * pace * Number(element("speed").value));
  if (replay.at >= total) return pause();
  replay.frame = requestAnimationFrame(advance);
}

function play() {
  if (replay.still || replay.at >= total) go(0);
  replay.playing = true;
  replay.before = performance.now();
  drawMoment();
  replay.frame = requestAnimationFrame(advance);
}

function pause() {
  replay.playing = false;
  cancelAnimationFrame(replay.frame);
  drawMoment();
}

function toggle() {
  if (replay.playing) pause(); else play();
}

function step(direction) {
  pause();
  const next = replay.still ? (direction > 0 ? 0 : steps.findLastIndex(isWorthShowing))
    : direction > 0 ? steps.findIndex((each, number) => each.at > replay.at && isWorthShowing(each, number))
    : steps.findLastIndex((each, number) => each.at < replay.at && isWorthShowing(each, number));
  if (next >= 0) goToStep(next);
}

function goToStep(number) {
  go(steps[number].at);
  element("step-text").textContent = stepText(steps[number]);
  drawWakes(number > 0 ? steps[number - 1].at : -1, steps[number].at);
  follow(replay.at / total);
  address.step = number + 1;
  writeAddress();
}

function still() {
  document.body.classList.remove("concealed");
  drawAnswers();
  pause();
  element("step-text").textContent = "";
  replay.still = true;
  replay.at = total;
  drawMoment();
  drawWakes(0, 0);
}

function end() {
  pause();
  go(total);
}

// Scrolls the code of each version to the first line that ran.
sections.forEach((section, number) => {
  for (const pre of section.querySelectorAll(".code pre")) {
    const source = pre.closest("[data-source]").dataset.source;
    const ran = versions[number].lanes.flatMap(lane => lane.spans).filter(span => span.line.startsWith(`${source}:`))
      .map(span => Number(span.line.split(":")[1])).reduce((one, other) => Math.min(one, other), Infinity);
    const node = lineNodes[number].get(`${source}:${ran}`);
    if (node && node.offsetTop > pre.clientHeight / 2) pre.scrollTop = node.offsetTop - pre.clientHeight / 3;
  }
});

function faster(direction) {
  const speed = element("speed");
  speed.selectedIndex = Math.min(speed.options.length - 1, Math.max(0, speed.selectedIndex + direction));
}

element("play").addEventListener("click", toggle);
element("step").addEventListener("click", () => step(1));
element("back").addEventListener("click", () => step(-1));
element("restart").addEventListener("click", () => { pause(); go(0); });
element("end").addEventListener("click", end);
element("still").addEventListener("click", still);
document.addEventListener("click", event => {
  const place = event.target.closest(".track") && where(event.target);
  if (place) {
    pause();
    go(momentAt(place.node, event.clientX));
  }
});
