/** Shows slides in this window, and notes in a second window, which this one fills. Needs no server. */
(() => {
  const root = document.documentElement;
  const main = document.querySelector('main');
  const message = document.querySelector('#message');
  const sections = [...main.children];
  const number = Object.assign(document.createElement('div'), { className: 'number' });
  let slides = [];
  let shown = 0;
  let notes = null;

  const isPresenting = () => root.classList.contains('presenting');

  function makeSlides() {
    slides.forEach(slide => slide.remove());
    slides = [];
    const titleOf = titles(sections);
    sections.forEach((section, index) => {
      if (section.children.length === 1) return; // its title is on the slides of its subsections
      paginate(section, titleOf[index], slide => {
        slide.dataset.section = index;
        slides.push(slide);
        main.append(slide);
      });
    });
  }

  function begin() {
    const first = sections.findIndex(section => section.getBoundingClientRect().bottom > 0);
    root.classList.add('presenting');
    document.body.append(number);
    makeSlides();
    show(slides.findIndex(slide => slide.dataset.section >= Math.max(first, 0)));
    openNotes();
  }

  function end() {
    const section = slides[shown].dataset.section;
    root.classList.remove('presenting');
    slides.forEach(slide => slide.remove());
    number.remove();
    message.hidden = true;
    if (notes) notes.close();
    sections[section].scrollIntoView();
  }

  function openNotes() {
    notes = window.open('', 'notes', 'popup,width=800,height=600');
    message.hidden = notes !== null;
    message.textContent = 'The browser blocked the window with the notes. Allow pop-up windows for this page, and press'
      + ' p twice. The slides work without it.';
    if (!notes) return;
    notes.document.head.replaceChildren(...[...document.querySelectorAll('style')].map(style => style.cloneNode(true)));
    notes.document.title = 'Notes: ' + document.title;
    notes.document.body.className = 'notes';
    notes.document.onkeydown = press;
    showNotes();
  }

  function show(index) {
    slides[shown]?.classList.remove('shown');
    shown = Math.min(Math.max(index, 0), slides.length - 1);
    slides[shown].classList.add('shown');
    number.textContent = `${shown + 1} of ${slides.length}`;
    message.hidden = true;
    if (notes && !notes.closed) showNotes();
  }

  function showNotes() {
    const title = slides[shown].dataset.title;
    const page = document.createElement('div');
    page.innerHTML = '<header><h1></h1><p class="next"></p></header>' + document.querySelector('#notes').innerHTML;
    page.querySelector('h1').textContent = title + ' (' + number.textContent + ')';
    page.querySelector('.next').textContent = 'Next: ' + (slides[shown + 1]?.dataset.title ?? 'the end');
    page.querySelectorAll('li').forEach(item => {
      const about = item.querySelector('strong')?.textContent.replace(/[.:]$/, '');
      const isAbout = other => other === about || other.endsWith(': ' + about);
      item.classList.toggle('elsewhere', slides.some(slide => isAbout(slide.dataset.title)) && !isAbout(title));
    });
    notes.document.body.replaceChildren(page);
  }

  const keys = {
    ArrowRight: () => show(shown + 1), ArrowDown: () => show(shown + 1), PageDown: () => show(shown + 1),
    ' ': () => show(shown + 1), Enter: () => show(shown + 1),
    ArrowLeft: () => show(shown - 1), ArrowUp: () => show(shown - 1), PageUp: () => show(shown - 1),
    Home: () => show(0), End: () => show(slides.length - 1), Escape: end, p: end,
  };

  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const action = isPresenting() ? keys[event.key] : event.key === 'p' ? begin : null;
    if (action) {
      event.preventDefault();
      action();
    }
  }

  addEventListener('keydown', press);
  addEventListener('pagehide', () => notes?.close());
  addEventListener('resize', () => {
    if (!isPresenting()) return;
    const section = slides[shown].dataset.section;
    makeSlides();
    shown = 0;
    show(slides.findIndex(slide => slide.dataset.section === section));
  });
})();
