// Arrows from the lane that ended a wait to the lane that was waiting, for the current step.
const wakeLayers = sections.map(section => {
  const layer = shape("svg", {class: "wakes", width: "100%", height: "100%", "aria-hidden": "true"});
  section.querySelector(".over .inner").append(layer);
  return layer;
});

// The middle of a row's bars, from the top of the lanes; undefined if the lane is not drawn.
function middle(number, lane) {
  const row = rows[number].get(lane);
  const bars = row?.querySelector(".inner > svg");
  if (!bars) return undefined;
  const box = bars.getBoundingClientRect();
  const scale = row.offsetHeight / row.getBoundingClientRect().height || 1;
  return (box.top + box.height / 2 - sections[number].querySelector(".over").getBoundingClientRect().top) * scale;
}

function arrow(number, [waker, woken, , to]) {
  const start = middle(number, waker), end = middle(number, woken);
  if (start === undefined || end === undefined) return [];
  const bow = Math.min(14, 6 + Math.abs(end - start) / 8); // to the left, because the cursor is at the same moment
  const group = shape("svg", {x: percent(to), y: 0, overflow: "visible", class: "wake"});
  group.dataset.waker = waker;
  group.dataset.woken = woken;
  group.append(
    shape("circle", {cx: 0, cy: start, r: 2.5}),
    shape("path", {d: `M0,${start}C${-bow},${start} ${-bow},${end} -1,${end}M-6,${end - 3.5}L-1,${end}L-6,${end + 3.5}`})
  );
  return [group];
}

// Draws the arrows of the waits that ended after a moment and up to another one.
function drawWakes(after, at) {
  versions.forEach((version, number) => {
    const now = version.wakes.filter(([, , , to]) => to > after && to <= at).slice(-20);
    wakeLayers[number].replaceChildren(...now.flatMap(wake => arrow(number, wake)));
  });
}

// The ends of waits for a lock, a permit and the like, as happenings: "main wakes Bob". Other ends need no sentence.
function wakeHappenings(version) {
  return version.wakes.filter(([waker, woken, , to]) => !version.libraries.includes(waker) && version.waits.includes(spanAt(version.lanes[woken], to - 1)?.detail))
    .map(([waker, woken, , to]) => ({at: to, text: `${version.lanes[waker].name} wakes ${version.lanes[woken].name}`}));
}
