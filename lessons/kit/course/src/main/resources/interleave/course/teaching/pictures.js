'use strict';

/** On a slide, text in a picture of this height is as large as the smallest text beside pictures. In its own pixels. */
const TALLEST_PICTURE = 460;

/** A tall picture of timelines as several pictures: each has the time axis, a few versions, and the legend. */
function slices(block) {
  const svg = atob(block.querySelector('img').src.split(',')[1]);
  const size = svg.match(/width="(\d+)" height="(\d+)" viewBox="[^"]*"/);
  const height = Number(size[2]);
  const versions = [...svg.matchAll(/class="version" x="10" y="([\d.]+)"/g)].map(match => match[1] - 17);
  if (height <= TALLEST_PICTURE || versions.length < 2) return [block];

  const top = versions[0];
  const bottom = Number(svg.match(/class="grid"[^>]* y2="([\d.]+)"/)[1]);
  const room = TALLEST_PICTURE - top - (height - bottom);
  const ends = [...versions.slice(1), bottom];
  const parts = [];
  let from = top;
  ends.forEach((end, index) => {
    if (index === ends.length - 1 || ends[index + 1] - from > room) {
      parts.push([[0, top], [from, end], [bottom, height]]);
      from = end;
    }
  });
  return parts.map(part => {
    const picture = document.createElement('p');
    const total = part.reduce((sum, [start, end]) => sum + end - start, 0);
    part.forEach(([start, end]) => picture.append(strip(svg, size, start, end, total)));
    picture.classList.add('strips');
    return picture;
  });
}

/** A part of the picture, as wide as the other parts on its slide. */
function strip(svg, [attributes, width], start, end, total) {
  const image = document.createElement('img');
  const shown = `width="${width}" height="${end - start}" viewBox="0 ${start} ${width} ${end - start}"`;
  image.src = 'data:image/svg+xml;base64,' + btoa(svg.replace(attributes, shown));
  image.style.width = `min(100%, calc((100vh - 6.2rem) * ${width / total}))`;
  image.style.height = 'auto';
  image.style.aspectRatio = width / (end - start);
  return image;
}
