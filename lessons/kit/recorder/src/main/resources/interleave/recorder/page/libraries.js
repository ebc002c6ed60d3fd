// The threads of libraries and of the JVM are folded in all versions until the reader asks for them.
const libraryRows = [];

function toggleLibraries() {
  const shown = document.body.classList.toggle("with-libraries");
  if (libraryRows.length === 0) versions.forEach((version, number) => libraryRows.push(...draw(number, version.libraries)));
  libraryRows.forEach(row => { row.hidden = !shown; });
  element("libraries").setAttribute("aria-pressed", shown);
  layout();
}

element("libraries").hidden = versions.every(version => version.libraries.length === 0);
element("libraries").addEventListener("click", toggleLibraries);
