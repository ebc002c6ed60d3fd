/** Fills slides with the blocks of a section, as many as fit on the screen; each slide has the title of the section. */
function paginate(section, title, show) {
  const heading = section.firstElementChild;
  let slide;

  function begin() {
    const head = document.createElement(heading.tagName === 'H1' ? 'h1' : 'h2');
    head.textContent = title;
    if (slide) head.insertAdjacentHTML('beforeend', ' <small>continued</small>');
    slide = document.createElement('div');
    slide.className = 'slide';
    slide.dataset.title = title;
    slide.append(head);
    show(slide);
  }

  const isEmpty = () => slide.children.length === 1;
  const isFull = () => slide.scrollHeight > slide.clientHeight;

  function add(block) {
    if (block.querySelector('img')) return slices(block).forEach(addPicture);
    slide.append(block);
    if (block.tagName === 'TABLE' && block.scrollWidth > slide.clientWidth) block.classList.add('wide');
    if (block.tagName === 'PRE') narrow(block);
    if (isFull() && slide.children.length > 2) move(block);
    if (isFull()) add(rest(block));
  }

  function addPicture(block) {
    if (!isEmpty()) begin();
    block.classList.add('picture');
    slide.append(block);
  }

  /** Moves a block to a new slide, together with the sentence before it that introduces it. */
  function move(block) {
    const before = block.previousElementSibling;
    const moved = before.tagName === 'P' && before.textContent.trim().endsWith(':') ? [before, block] : [block];
    if (moved.length === slide.children.length - 1) return;
    begin();
    slide.append(...moved);
  }

  /** Shrinks long lines, and wraps lines that would become too small. */
  function narrow(code) {
    const factor = code.clientWidth / code.scrollWidth;
    if (factor < 1) code.style.fontSize = `${Math.max(factor, 0.75) * 0.98 * 0.85}rem`;
    if (code.scrollWidth > code.clientWidth) code.style.whiteSpace = 'pre-wrap';
  }

  /** Removes the part of a block that does not fit. */
  function rest(block) {
    const other = block.cloneNode(block.tagName === 'TABLE');
    if (block.tagName === 'TABLE') {
      const rows = block.tBodies[0].rows;
      const more = other.tBodies[0];
      more.replaceChildren();
      while (isFull() && rows.length > 1) more.prepend(rows[rows.length - 1]);
      if (more.rows.length) return other;
    } else if (block.tagName === 'PRE') {
      const lines = block.textContent.trimEnd().split('\n');
      let count = lines.length;
      while (isFull() && count > 1) block.textContent = lines.slice(0, --count).join('\n');
      const blank = lines.lastIndexOf('', count);
      if (blank > count / 2) count = blank;
      block.textContent = lines.slice(0, count).join('\n');
      other.textContent = lines.slice(count).join('\n').replace(/^\n+/, '');
      if (other.textContent) return other;
    }
    block.style.zoom = slide.clientHeight / slide.scrollHeight * 0.95;
    return document.createElement('span');
  }

  begin();
  blocks(section).forEach(add);
}

/** The titles of the sections. A section without text gives its title to its subsections, such as "Run: Fail fast". */
function titles(sections) {
  let around = '';
  return sections.map(section => {
    const title = section.firstElementChild.textContent;
    if (section.firstElementChild.tagName === 'H3') return around + title;
    around = section.children.length === 1 ? `${title}: ` : '';
    return title;
  });
}

/** The blocks of a section, with each item of a list as a block of its own. */
function blocks(section) {
  return [...section.children].slice(1).flatMap(block => {
    if (!block.matches('ul, ol')) return [breakable(block.cloneNode(true))];
    return [...block.children].map((item, index) => {
      const list = block.cloneNode(false);
      if (block.tagName === 'OL') list.start = block.start + index;
      list.append(item.cloneNode(true));
      return list;
    });
  });
}

/** In the cells of a table, code may be broken after punctuation. */
function breakable(block) {
  block.querySelectorAll('td code').forEach(code => {
    code.innerHTML = code.innerHTML.replace(/[.(,/]/g, '$&<wbr>');
  });
  return block;
}
