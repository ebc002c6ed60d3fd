// The steps of the replay: the moments at which something happens that is worth a sentence.
const resolution = Math.max(1000, total / 200);
// Shorter states are not mentioned.
const shortState = total / 50;
const mostSentences = () => document.body.classList.contains("projector") ? 2 : 4;
// With more tasks, the callbacks of one turn of a loop share a step.
const mostTasks = 12;

// What happens in a lane, as sentences with their times.
function happenings(lane, end) {
  const all = lane.marks.map(mark => ({at: mark.at, text: `${lane.name} ${markSentence(mark)}`}));
  lane.spans.forEach((span, index) => {
    const before = lane.spans[index - 1];
    if (before?.state === sleepWithoutThread && span.state !== sleepWithoutThread) {
      all.push({at: span.from, text: `the timer of ${lane.name} is due, and the loop runs its callback`, callback: true});
    } else if (span.to - span.from > shortState && span.state !== before?.state) {
      all.push({at: span.from, text: `${lane.name} is now ${span.detail}`});
    }
  });
  if (lane.end < end) all.push({at: lane.end, text: `${lane.name} ends`});
  return all;
}

function markSentence({line, kind}) {
  return kind === failed ? line : `prints ${kind === printedToErr ? "to System.err " : ""}"${line}"`;
}

// Callbacks of one turn follow each other within microseconds, and each is a step, because the ready queue changes.
function isNextCallback({happened}, {callback, version}) {
  return callback && happened.some(each => each.callback && each.version === version)
    && versions[version].lanes.filter(lane => lane.kind === taskLane).length <= mostTasks;
}

// Happenings too close to be distinguished are one step, at the time of the last of them.
const steps = (() => {
  const all = versions.flatMap((version, number) => [
    ...version.lanes.filter((_, index) => !version.libraries.includes(index)).flatMap(lane => happenings(lane, version.end)), ...wakeHappenings(version), {at: version.end, text: "the version ends"}
  ].map(each => ({...each, version: number})));
  all.push({at: 0, text: "", version: 0});
  all.sort((one, other) => one.at - other.at);
  const merged = [];
  for (const each of all) {
    if (merged.length === 0 || each.at - merged.at(-1).from >= resolution || isNextCallback(merged.at(-1), each)) {
      merged.push({from: each.at, happened: []});
    }
    merged.at(-1).at = each.at;
    merged.at(-1).happened.push(each);
  }
  return merged;
})();

// A step that mentions none of the shown versions is skipped. The first one is the start.
const isWorthShowing = ({happened}, number) => number === 0 || happened.some(({version, text}) => text && isShown(version));

// What happened in a step, one line for each version: "Event loop: the timer of Bob is due. Timers: Charlie."
function stepText({at, happened}) {
  return versions.map((version, number) => {
    if (!isShown(number)) return "";
    const sentences = happened.filter(each => each.version === number && each.text).map(each => each.text);
    if (sentences.length === 0) return "";
    const more = sentences.length - mostSentences();
    return `${version.name}: ${sentences.slice(0, mostSentences()).join("; ")}${more > 0 ? `; and ${more} more` : ""}.${queuesText(version, at)}`;
  }).filter(line => line).join("\n");
}
