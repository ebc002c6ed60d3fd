// What waits at a moment: the ready queue and the timers of a loop, the queue of a pool, and lanes at a lock or permit.
const readyQueue = 0, poolQueue = 1;
const lockState = 2, otherState = 6;
const mostNames = 5;

for (const version of versions) {
  version.queued = version.queued.map(([kind, name, from, to]) => ({kind, name: words[name], from, to}));
}

const isQueuedAt = (each, at) => each.from <= at && at < each.to;
const hasSleepWithoutThread = version => version.lanes.some(lane => lane.spans.some(span => span.state === sleepWithoutThread));

function listed(names) {
  const shown = names.length > mostNames ? [...names.slice(0, mostNames), `${names.length - mostNames} more`] : names;
  return shown.join(", ") || "none";
}

function readyAt(version, at) {
  return version.queued.filter(each => each.kind === readyQueue && isQueuedAt(each, at)).map(each => each.name);
}

// A timer that is due stays a sleep of its task until its callback has left the ready queue.
function timersAt(version, at) {
  const ready = new Set(readyAt(version, at));
  return version.lanes.filter(lane => lane.kind === taskLane && at < lane.end && !ready.has(lane.name)
    && spanAt(lane, at)?.state === sleepWithoutThread);
}

// The lanes that wait for a lock, a permit and the like, by what they wait for, in the order in which they began.
function waitersAt(version, at) {
  const waiters = new Map(version.waits.map(detail => [detail, []]));
  for (const [index, lane] of version.lanes.entries()) {
    if (version.libraries.includes(index)) continue;
    const span = at < lane.end ? spanAt(lane, at) : undefined;
    if (span && waiters.has(span.detail)) waiters.get(span.detail).push({lane, since: span.from});
  }
  for (const all of waiters.values()) all.sort((one, other) => one.since - other.since);
  return waiters;
}

// The kinds of waits that a version has, so that a list does not come and go. Very short ones would only distract.
for (const version of versions) {
  version.waits = [...new Set(version.lanes.flatMap(lane => lane.spans)
    .filter(span => (span.state === lockState || span.state === otherState) && span.detail !== "waiting" && span.to - span.from > total / 50)
    .map(span => span.detail))];
}

// Each list as its name and its content: ["Ready", "Bob, Charlie"].
function queues(version, at) {
  const lists = [];
  if (version.queued.some(each => each.kind === readyQueue)) lists.push(["Ready", listed(readyAt(version, at))]);
  if (hasSleepWithoutThread(version)) lists.push(["Timers", listed(timersAt(version, at).map(lane => lane.name))]);
  if (version.queued.some(each => each.kind === poolQueue)) {
    const count = version.queued.filter(each => each.kind === poolQueue && isQueuedAt(each, at)).length;
    lists.push(["Tasks that no thread has begun", count || "none"]);
  }
  for (const [detail, all] of waitersAt(version, at)) {
    lists.push([detail[0].toUpperCase() + detail.slice(1), listed(all.map(({lane}) => lane.name))]);
  }
  return lists;
}

function queuesText(version, at) {
  return queues(version, at).map(([name, content]) => ` ${name}: ${content}.`).join("");
}

const queueLists = sections.map(section => {
  const list = made("p", "queues");
  section.querySelector(".lanes").after(list);
  return list;
});

// Shows the lists of a version at a moment; undefined means the still picture.
function drawQueues(number, at) {
  const lists = at === undefined || at < 0 ? [] : queues(versions[number], at);
  queueLists[number].hidden = lists.length === 0;
  queueLists[number].replaceChildren(...lists.flatMap(([name, content]) => [made("b", "", name + ":"), ` ${content} `]));
}
