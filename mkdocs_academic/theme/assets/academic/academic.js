// What the page gains with a script; without one it is whole. All listeners stand on the document,
// so that they outlive instant navigation.

// Material's words, in the language of the site.
const config = document.getElementById("__config")
const words = config ? JSON.parse(config.textContent).translations ?? {} : {}
const word = (key, otherwise) => words[key] || otherwise

// Material does this too; here for pages that leave its bundle out.
document.documentElement.classList.replace("no-js", "js")

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

// -- panels: what is shown in place --

function addCopyButton(panel) {
  if (!panel.querySelector("pre code") || panel.querySelector(".acad-copy")) return
  const label = panel.dataset.copy || word("clipboard.copy", "Copy to clipboard")
  panel.prepend(make("button", { type: "button", className: "acad-copy" }, label))
  reach(panel.querySelector("pre"))
}

async function copy(button) {
  const panel = button.closest(".acad-panel")
  await navigator.clipboard.writeText(panel.querySelector("code").textContent.trim())
  const before = button.textContent
  button.textContent = panel.dataset.copied || word("clipboard.copied", "Copied to clipboard")
  button.setAttribute("aria-live", "polite")
  button.disabled = true
  setTimeout(() => {
    button.textContent = before
    button.disabled = false
  }, 1600)
}

/** Let the keyboard into a box that scrolls. */
function reach(box) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
  else box.removeAttribute("tabindex")
}

// -- lists of publications: radios work by themselves; here search, more facets, order, address --

const lists = new Map() // what is known of a list, by its form

/** Fold case and accents, also of letters that Unicode does not take apart. */
const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/[øłđıßæœ]/g, letter => ({ ø: "o", ł: "l", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe" })[letter])

function read(form) {
  const papers = new Map() // by citation key: an entry may stand under several keywords
  const groups = [...form.parentElement.querySelectorAll(".acad-group")].map(section =>
    ({ section, items: [...section.querySelectorAll(".acad-pub")] }))
  for (const item of groups.flatMap(({ items }) => items)) {
    const { key, facets, has, keywords, rank, citations, venue, year } = item.dataset
    const parts = [...item.querySelectorAll(".acad-pub__body > :not(.acad-actions), .acad-text")]
    const paper = papers.get(key) ?? {
      items: [], codes: facets.split(" "), has: has.split(" "), rank, citations: parseInt(citations) || 0, venue, year,
      title: parts[0].textContent.trim(),
      text: folded(parts.map(part => part.textContent).join(" ") + keywords),
      people: [...new Set([...item.querySelectorAll(".acad-author")].map(author => author.textContent))]
    }
    papers.set(key, paper)
    paper.items.push(item)
  }
  const values = [...form.querySelectorAll("[data-code]")].map(({ name, dataset: { code }, nextElementSibling }) =>
    ({ name, code, label: nextElementSibling.firstChild.data.trim() }))
  return { groups, papers: [...papers.values()], values, said: JSON.parse(form.dataset.words) }
}

/** Add the controls that need this script; they are as wide as the room that the style sheet keeps. */
function equip(form, { papers, said }) {
  const select = (name, first, options) => options.length < 2 ? "" : make("label", {}, said[name],
    make("select", { name }, ...[["", first], ...options].map(([value, text]) => new Option(text, value))))
  const facet = (name, values) => form.elements[name] ? "" : select(name, said.all, shared(values))
  const named = names => names.map(name => [name, said[name]])
  const has = ["code", "award"].filter(name => papers.some(paper => paper.has.includes(name)))
  const isCited = papers.some(paper => paper.citations)
  form.querySelector(".acad-facets > button").before(
    make("details", {}, make("summary", {}, said.more), make("div", { className: "acad-choices" },
      facet("venue", papers.map(paper => paper.venue)),
      facet("person", papers.flatMap(paper => paper.people)),
      ...has.map(value => make("label", {}, make("input", { type: "checkbox", name: "has", value }), said[value])),
      select("group", said.as_shown, named([...(form.elements.type ? ["type"] : []), "year", "venue"])),
      select("sort", said.as_shown, named(["newest", "oldest", "title", ...(isCited ? ["citations"] : [])])))),
    make("span", { role: "status" }))
  form.querySelector(".acad-find").append(make("label", {}, make("input", {
    type: "search", name: "find", placeholder: said.placeholder, ariaLabel: said.find, autocomplete: "off"
  })))
}

/** Return what more than one paper has, as options in the order of the alphabet. */
function shared(values) {
  const repeated = new Set(values.filter((value, at) => value && values.indexOf(value) < at))
  return [...repeated].sort((one, other) => one.localeCompare(other)).map(value => [value, value])
}

const TESTS = {
  find: value => paper => folded(value).trim().split(/\s+/).every(part => paper.text.includes(part)),
  has: value => paper => paper.has.includes(value),
  person: value => paper => paper.people.includes(value),
  venue: value => paper => paper.venue === value
}

const isChosen = ({ name, value, type, checked }) => name && value && (checked || !/radio|checkbox/.test(type))

function narrow(form, { papers, values, said }) {
  const wanted = [...form.elements].filter(isChosen).map(({ name, value, dataset: { code } }) =>
    ({ name, test: code ? paper => paper.codes.includes(code) : TESTS[name]?.(value) })).filter(({ test }) => test)
  const counts = {}
  let found = 0
  for (const paper of papers) {
    const failed = wanted.filter(({ test }) => !test(paper))
    for (const item of paper.items) item.hidden = failed.length > 0
    found += !failed.length
    // Beside a value stands what would be found if it were chosen instead.
    if (failed.length < 2)
      for (const key of [...paper.codes, "type", "year"]) counts[key] ??= 0
  }
}
