// Lanes that the still picture omits, details of the element under the pointer, and the search.
const svgSpace = "http://www.w3.org/2000/svg";
const batch = 200;

const percent = nanos => (100 * Math.min(1, nanos / total)).toFixed(3) + "%";

function shape(kind, attributes) {
  const made = document.createElementNS(svgSpace, kind);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  return made;
}

// Draws the same symbols as SvgLane.
function symbol({at, kind}) {
  if (kind === printed) return shape("circle", {class: "mark", cx: percent(at), cy: 8.5, r: 4});
  const made = shape("svg", {x: percent(at), overflow: "visible"});
  made.append(kind === printedToErr ? shape("path", {class: "complaint", d: "M0 2L6.5 14.5H-6.5Z"})
    : shape("path", {class: "failure", d: "M-5 3.5L5 13.5M5 3.5L-5 13.5"}));
  return made;
}

function drawing(lane) {
  const svg = shape("svg", {width: "100%", height: 18, overflow: "visible"});
  let lastStroke = -1;
  for (const span of lane.spans) {
    const share = (span.to - span.from) / total;
    if (span.state === 0 && share < 0.004) {
      if (span.from / total - lastStroke > 0.0015) {
        svg.append(shape("line", {class: "turn", x1: percent(span.from), x2: percent(span.from), y1: 1.5, y2: 15.5}));
        lastStroke = span.from / total;
      }
    } else if (share > 0.00001) {
      svg.append(span.state === 4 || span.state === 5
        ? shape("line", {class: stateNames[span.state], x1: percent(span.from), x2: percent(span.to), y1: 9, y2: 9})
        : shape("rect", {class: stateNames[span.state], x: percent(span.from), width: percent(span.to - span.from), y: 2.5, height: 12}));
    }
  }
  for (const kind of [printed, printedToErr, failed]) {
    for (const mark of lane.marks) if (mark.kind === kind) svg.append(symbol(mark));
  }
  return svg;
}

function made(kind, className, ...children) {
  const node = document.createElement(kind);
  node.className = className;
  node.append(...children);
  return node;
}

// Shortens names like LaneNames.
function shortened(whole) {
  const name = whole.replace(/https?:\/\/[^/\s]+(?=\/)/g, "");
  const letters = [...name];
  return letters.length <= 22 ? name : letters.slice(0, 13).join("").trim() + "\u2026" + letters.slice(-8).join("").trim();
}

function row(version, index) {
  const lane = versions[version].lanes[index];
  const name = document.createElement("bdi");
  name.textContent = shortened(lane.name);
  name.title = lane.name;
  const node = made("div", "row " + kindNames[lane.kind], made("span", "name", name),
    made("span", "track", made("span", "inner", drawing(lane))));
  node.tabIndex = 0;
  node.dataset.lane = index;
  return node;
}

// For each version, the rows of its drawn lanes by index.
const rows = versions.map(() => new Map());
const sections = versions.map((_, number) => element("v" + number));

function register(version, node) {
  rows[version].set(Number(node.dataset.lane), node);
}

sections.forEach((section, version) => section.querySelectorAll("[data-lane]").forEach(node => register(version, node)));

// Draws those of these lanes that have no row yet, below the others.
function draw(version, indexes) {
  const missing = indexes.filter(index => !rows[version].has(index));
  const nodes = missing.map(index => row(version, index));
  nodes.forEach(node => register(version, node));
  const lanes = sections[version].querySelector(".lanes");
  lanes.append(...nodes);
  return nodes;
}

sections.forEach((section, version) => {
  for (const group of section.querySelectorAll(".group[data-kind]")) {
    const more = made("button", "more", "Show");
    more.type = "button";
    const missing = () => versions[version].lanes.map((_, index) => index).filter(index => !rows[version].has(index)
      && kindNames[versions[version].lanes[index].kind] === group.dataset.kind && !versions[version].libraries.includes(index));
    const label = () => {
      const left = missing().length;
      more.hidden = left === 0;
      more.textContent = left > batch ? `Show ${batch} of ${left}` : `Show ${left}`;
    };
    more.addEventListener("click", () => {
      draw(version, missing().slice(0, batch));
      label();
      layout();
    });
    label();
    group.querySelector(".name").prepend(more, " ");
  }
});

function where(node) {
  const line = node.closest("[data-lane]");
  const section = node.closest(".version");
  if (!line || !section) return undefined;
  const version = sections.indexOf(section);
  return {version, node: line, lane: versions[version].lanes[Number(line.dataset.lane)]};
}

function showDetails(text) {
  const details = element("details");
  details.hidden = !text;
  details.textContent = text || "";
}

function momentAt(node, clientX) {
  const box = node.querySelector(".inner").getBoundingClientRect();
  return Math.min(1, Math.max(0, (clientX - box.left) / box.width)) * total;
}

function summary(lane) {
  const lines = lane.marks.filter(mark => mark.kind !== failed).length;
  const sums = new Map();
  for (const span of lane.spans) sums.set(span.detail, (sums.get(span.detail) || 0) + span.to - span.from);
  const parts = [...sums].filter(([, sum]) => sum > 0).map(([detail, sum]) => `${detail} ${time(sum)}`);
  return `${lane.name}, from ${time(lane.start)} to ${time(lane.end)}${lane.outlives ? " and longer" : ""}: ${parts.join(", ")}`
    + (lines ? `; prints ${lines} line${lines === 1 ? "" : "s"}` : "")
    + lane.marks.filter(mark => mark.kind === failed).map(mark => `; ${markText(mark)}`).join("");
}

document.addEventListener("pointermove", event => {
  const place = where(event.target);
  if (!place) return;
  if (!event.target.closest(".track")) return showDetails(summary(place.lane));
  const at = momentAt(place.node, event.clientX);
  const near = 5 / place.node.querySelector(".inner").getBoundingClientRect().width * total;
  const lines = place.lane.marks.filter(mark => Math.abs(mark.at - at) < near).map(markText);
  const span = spanAt(place.lane, at);
  showDetails([span ? spanText(versions[place.version], place.lane, span) : place.lane.name, ...lines].join("; "));
});
document.addEventListener("focusin", event => {
  const place = event.target.dataset && event.target.dataset.lane !== undefined && where(event.target);
  if (place) showDetails(summary(place.lane));
});
document.addEventListener("focusout", () => showDetails(""));

// Steps through the spans of the focused lane.
function nextSpan(direction) {
  const place = where(document.activeElement);
  if (!place || !place.lane.spans.length) return;
  const count = place.lane.spans.length;
  const seen = index => time(place.lane.spans[index].to - place.lane.spans[index].from) !== time(0);
  let next = place.node.dataset.span === undefined ? (direction > 0 ? -1 : count) : Number(place.node.dataset.span);
  do next += direction; while (next >= 0 && next < count && !seen(next));
  if (next < 0 || next >= count) return;
  place.node.dataset.span = next;
  showDetails(spanText(versions[place.version], place.lane, place.lane.spans[next]));
}

function nextRow(direction) {
  const all = [...document.querySelectorAll("[data-lane]")];
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (direction > 0 ? 0 : all.length - 1) : at + direction];
  if (next) next.focus();
}

function search(text) {
  const term = text.trim().toLowerCase();
  let count = 0;
  let first;
  versions.forEach((version, number) => {
    const matching = term ? version.lanes.map((lane, index) => index).filter(index =>
      version.lanes[index].name.toLowerCase().includes(term)
      || version.lanes[index].marks.some(mark => mark.line.toLowerCase().includes(term))) : [];
    count += matching.length;
    draw(number, matching.slice(0, batch));
    const found = new Set(matching);
    for (const [index, node] of rows[number]) {
      node.classList.toggle("found", found.has(index));
      node.classList.toggle("missed", term !== "" && !found.has(index));
      if (found.has(index) && !first) first = node;
    }
  });
  for (const caption of document.querySelectorAll(".caption bdi, .lines li > bdi:first-of-type")) {
    caption.classList.toggle("hit", term !== "" && caption.textContent.toLowerCase().includes(term));
  }
  element("found").textContent = term ? `${count} lane${count === 1 ? "" : "s"}` : "";
  return first;
}

element("search").addEventListener("input", event => {
  const first = search(event.target.value);
  if (first) first.scrollIntoView({block: "center"});
});
element("search").addEventListener("keydown", event => {
  if (event.key === "Enter") {
    const first = document.querySelector(".row.found");
    if (first) first.focus();
  }
});
