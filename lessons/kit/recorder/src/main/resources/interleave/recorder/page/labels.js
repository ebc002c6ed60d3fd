// Places the labels of the lanes. The first letter of each stands at its dot. Where it has no room, it moves up, and a line
// leads down to its dot. An earlier label is above a later one, so that they read in the order of events.
const clearance = 8;
const lastTick = 40;
const pen = document.createElement("canvas").getContext("2d");

// The lanes with labels. At most so many lines of labels are above a lane; others are folded: "Hello, and 3 more".
const labelled = sections.flatMap(section => [...section.querySelectorAll(".captioned")].map(row => ({
  row,
  section,
  mostLines: 1,
  isFolded: false,
  labels: [...row.querySelectorAll(".caption")].map(node => ({
    node,
    share: Number(node.dataset.share),
    count: Number(node.dataset.count),
    lines: [...node.querySelectorAll("bdi")].map(line => line.textContent)
  }))
})));

const textWidth = text => pen.measureText(text).width;

// Breaks a text between words where it is wider than the room.
function wrapped(text, room) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && textWidth(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// A label with the lines that it shows, for its own marks and for those that share it.
function measured(label, room) {
  const own = label.lines.slice(0, label.lines.length === label.count ? label.count : 1).map(line => wrapped(line, room));
  const more = label.count - own.length;
  const all = [...own.flat(), ...(more ? [`and ${more} more`] : [])];
  return {...label, own, more, height: all.length, width: Math.max(...all.map(textWidth)) + clearance};
}

// How much of the track the time axis may take, so that the last labels fit to the right of their dots.
function axisWidth(track, all) {
  const widths = all.filter(({share}) => share > 0).map(({share, width}) => (track - width) / share);
  return Math.max(track * 0.5, Math.min(track - lastTick, ...widths));
}

// Gives each label its place, from the last to the first. A level is counted upwards from the lane.
function stack(placed, axis, track) {
  for (let i = placed.length - 1; i >= 0; i--) {
    const label = placed[i];
    label.shift = Math.min(0, track - label.share * axis - label.width);
    label.start = label.share * axis + label.shift;
    label.level = 0;
    for (const later of placed.slice(i + 1)) {
      const overlaps = label.start < later.start + later.width && later.start < label.start + label.width;
      if (overlaps) label.level = Math.max(label.level, later.level + later.height);
    }
  }
  return Math.max(0, ...placed.map(({level, height}) => level + height));
}

// Lets the last two labels of the highest stack share the place of the first of them.
function fold(placed, room) {
  let last = placed.indexOf(placed.reduce((one, other) => other.level + other.height > one.level + one.height ? other : one));
  const overlaps = ({start, width}) => placed[last + 1]?.start < start + width;
  while (placed.slice(0, last + 1).some(overlaps)) last++;
  last = Math.max(1, last);
  const [first, second] = placed.slice(last - 1, last + 1);
  placed.splice(last - 1, 2, measured({...first, count: first.count + second.count, lines: first.lines.slice(0, 1)}, room));
}

function drawLabel({node, level, height, shift, own, more}) {
  node.hidden = false;
  node.style.setProperty("--row", level + height);
  node.style.setProperty("--shift", `${shift}px`);
  node.classList.toggle("raised", level > 0);
  node.querySelectorAll("bdi").forEach((line, index) => {
    line.hidden = index >= own.length;
    if (!line.hidden) line.textContent = own[index].join("\n");
  });
  node.querySelector("small")?.remove();
  if (more) node.append(made("small", "", `and ${more} more`));
}

// Draws the labels of all shown lanes.
function placeLabels() {
  const shown = labelled.filter(({row}) => row.offsetParent);
  if (shown.length === 0) return;
  const style = getComputedStyle(shown[0].labels[0].node);
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const track = shown[0].row.querySelector(".track").clientWidth - 12;
  const room = 0.5 * track;
  const all = shown.map(lane => lane.labels.map(label => measured(label, room)));
  const axis = axisWidth(track, all.flat());
  const stacked = placed => stack(placed, axis * view.zoom, axis * (view.zoom - 1) + track);
  document.body.style.setProperty("--late", `${track - axis}px`);
  shown.forEach((lane, index) => {
    const placed = all[index];
    while (stacked(placed) > lane.mostLines && placed.length > 1) fold(placed, room);
    lane.isFolded = placed.length < lane.labels.length;
    lane.labels.forEach(({node}) => { node.hidden = true; });
    placed.forEach(drawLabel);
    lane.row.style.setProperty("--rows", Math.max(...placed.map(({level, height}) => level + height)));
  });
}

function placeLabelsIn(lines) {
  labelled.forEach(lane => { lane.mostLines = lines; });
  placeLabels();
}

document.body.classList.add("placed");
