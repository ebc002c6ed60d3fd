// Reads the timelines that PageData has written.
const element = id => document.getElementById(id);
const store = element("data");
const total = Math.max(1, Number(store.dataset.total));
const {versions, words} = JSON.parse(store.textContent);
const stateNames = ["running", "sleep", "lock", "io", "result", "idle", "other", "sleep free"];
const taskLane = 2, sleepWithoutThread = 7;
// The kinds of marks.
const printed = 0, printedToErr = 1, failed = 2;
const kindNames = ["platform_thread", "virtual_thread", "loop_task", "request", "process", "stepped_thread"];

for (const version of versions) {
  version.lanes = version.lanes.map(([name, kind, start, end, outlives, spans, marks]) => {
    let from = start;
    return {
      name: words[name], kind: kindNames.indexOf(words[kind]), start, end, outlives: outlives === 1,
      spans: spans.map(([to, state, detail, line, source]) => {
        const span = {from, to, state: stateNames.indexOf(words[state]), detail: words[detail], line: line ? `${source}:${line}` : ""};
        from = to;
        return span;
      }),
      marks: marks.map(([at, line, kind = printed]) => ({at, line: words[line], kind}))
    };
  });
}

// A duration with enough digits to distinguish neighbouring events.
function time(nanos) {
  if (total >= 1e9) return (nanos / 1e9).toFixed(total < 1e11 ? 3 : 1) + " s";
  if (total >= 1e6) return (nanos / 1e6).toFixed(3) + " ms";
  return (nanos / 1e3).toFixed(3) + " \u00b5s";
}

// The span of a lane at a moment; undefined before its start and after its end.
function spanAt(lane, at) {
  if (at < lane.start || at > lane.end) return undefined;
  let low = 0, high = lane.spans.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lane.spans[middle].to > at) high = middle; else low = middle + 1;
  }
  return lane.spans[low];
}

// The source line of a span: ", at WithEventLoop.java:23".
function place(version, span) {
  const [source, line] = span.line.split(":");
  return span.line ? `, at ${version.files[source]}:${line}` : "";
}

function spanText(version, lane, span) {
  return `${lane.name} ${span.detail}: ${time(span.to - span.from)}, from ${time(span.from)} to ${time(span.to)}`
    + place(version, span) + failureAt(lane, span.to);
}

// The failure of a lane at a moment, if any: "; then failed: no answer".
function failureAt(lane, at) {
  const failure = lane.marks.find(mark => mark.kind === failed && Math.abs(mark.at - at) <= total / 1000);
  return failure ? `; then ${failure.line}` : "";
}

function markText({at, line, kind}) {
  return `${time(at)} ` + (kind === failed ? line : `prints ${kind === printedToErr ? "to System.err " : ""}"${line}"`);
}
