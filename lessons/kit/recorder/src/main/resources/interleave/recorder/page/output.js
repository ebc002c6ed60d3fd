// The output up to a moment. The page lists only the first lines; if there are more, the replay shows the latest ones.
const latest = 100;

function listItem({at, line, lane, kind}) {
  const item = document.createElement("li");
  const moment = document.createElement("time");
  const name = made("bdi", "lane", lane);
  moment.textContent = time(at);
  item.classList.toggle("complaint", kind === printedToErr);
  item.append(moment, " ", made("bdi", "", line), " ", name);
  return item;
}

// For each version, a function that shows its lines up to a moment; undefined means the still picture.
const outputs = sections.map((section, number) => {
  const list = section.querySelector(".lines ol");
  const listed = list ? [...list.children] : [];
  const all = versions[number].lanes.flatMap(lane => lane.marks.filter(mark => mark.kind !== failed).map(mark => ({...mark, lane: lane.name})))
    .sort((one, other) => one.at - other.at);
  let shown = all.length;
  return at => {
    const now = at === undefined ? all.length : all.findLastIndex(line => line.at <= at) + 1;
    if (now === shown) return;
    shown = now;
    if (at === undefined) {
      list.replaceChildren(...listed);
    } else if (all.length > listed.length) {
      list.replaceChildren(...all.slice(Math.max(0, now - latest), now).map(listItem));
    }
    if (all.length <= listed.length) listed.forEach((item, index) => item.classList.toggle("future", index >= now));
    const last = all.length > listed.length ? list.lastElementChild : listed[now - 1];
    if (last && at !== undefined) reveal(last, list.parentNode);
  };
});
