// What a page gains with a script. Listeners stand on the document: they outlive instant navigation.

// Material's words, in the language of the site.
const config = document.getElementById("__config")
const words = config ? JSON.parse(config.textContent).translations ?? {} : {}
const word = (key, otherwise) => words[key] || otherwise
const written = number => number.toLocaleString(document.documentElement.lang || [])

// As Material does; for pages without its bundle.
document.documentElement.classList.replace("no-js", "js")

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

// -- panels: what is shown in place --

const copyWord = ({ dataset }) => dataset.copy || word("clipboard.copy", "Copy to clipboard")

function addCopyButton(panel) {
  if (!panel.querySelector("pre, .acad-reference") || panel.querySelector(".acad-copy")) return
  panel.prepend(make("button", { type: "button", className: "acad-copy", ariaLive: "polite" }, copyWord(panel)))
  const code = panel.querySelector("code")
  if (code) reach(Object.assign(code, { role: "group", ariaLabel: "BibTeX" }))
}

async function copy(button) {
  const panel = button.closest(".acad-panel")
  await navigator.clipboard.writeText(panel.lastElementChild.textContent.trim())
  button.textContent = panel.dataset.copied || word("clipboard.copied", "Copied to clipboard")
  setTimeout(() => { button.textContent = copyWord(panel) }, 1600)
}

/** Let the keyboard into what scrolls. */
function reach(box) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
  else box.removeAttribute("tabindex")
}

// -- lists: radios work by themselves; here search, more facets, order, address --

const lists = new WeakMap() // what is known of a list, by its form

/** Fold case and accents, also of letters that Unicode keeps whole. */
const folded = text => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
  .replace(/[øłđıßæœ]/g, letter => ({ ø: "o", ł: "l", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe" })[letter])

function read(form) {
  const papers = new Map() // by citation key: one may stand under several keywords
  const groups = [...form.parentElement.querySelectorAll(".acad-group")].map(section => ({
    section,
    entries: [...section.querySelectorAll(".acad-pub")].map(item => {
      const { key } = item.dataset
      const paper = papers.get(key) ?? paperOf(item)
      papers.set(key, paper)
      paper.items.push(item)
      return { item, paper }
    })
  }))
  const values = [...form.querySelectorAll("[type=radio]")].map(({ name, dataset, nextElementSibling: label }) =>
    ({ name, code: dataset.c, label: label.firstChild.data.trim(), number: label.lastElementChild }))
  const level = form.parentElement.querySelector(".acad-group__title")?.tagName ?? "h3"
  return { groups, papers: [...papers.values()], values, level, arranged: " ", said: JSON.parse(form.dataset.words) }
}

function paperOf(item) {
  const { f, has, keywords, rank, citations, venue, year } = item.dataset
  const parts = [...item.querySelectorAll(".acad-pub__body > :not(.acad-actions), .acad-text")].map(part => part.textContent)
  const people = [...item.querySelectorAll(".acad-author")].map(author => author.textContent)
  return {
    items: [], codes: f.split(" "), has: has.split(" "), people: [...new Set(people)], venue, year, rank,
    citations: parseInt(citations) || 0, title: parts[0].trim(), text: folded([...parts, keywords].join(" "))
  }
}

/** Add what needs this script; the style sheet keeps room for it. */
function equip(form, { papers, said }) {
  const choice = (name, first, options) => make("label", {}, said[name],
    make("select", { name }, ...[["", first], ...options].map(([value, text]) => new Option(text, value))))
  const facet = (name, values) => form.elements[name] || values.length < 2 ? "" : choice(name, said.all, values)
  const named = names => names.filter(Boolean).map(name => [name, said[name]])
  const boxes = ["code", "award"].filter(value => papers.some(({ has }) => has.includes(value)))
    .map(value => make("label", {}, make("input", { type: "checkbox", name: "has", value }), said[value]))
  form.querySelector("[type=reset]").before(
    make("details", {}, make("summary", {}, said.more), make("div", { className: "acad-choices" },
      facet("venue", repeated(papers.map(({ venue }) => venue))),
      facet("person", repeated(papers.flatMap(({ people }) => people))),
      ...boxes,
      choice("group", said.as_shown, named(["year", form.elements.type && "type", "venue"])),
      choice("sort", said.as_shown, named(["newest", "oldest", "title", papers.some(paper => paper.citations) && "citations"])))),
    make("span", { role: "status" }))
  const find = form.querySelector(".acad-find")
  find.append(make("label", {}, ...find.children, make("input", {
    type: "search", name: "find", placeholder: said.placeholder, ariaLabel: said.find, autocomplete: "off"
  })))
}

/** Return what occurs twice, as options in the order of the alphabet. */
function repeated(values) {
  const seen = new Set()
  const found = new Set(values.filter(value => value && (seen.has(value) || !seen.add(value))))
  return [...found].sort((one, other) => one.localeCompare(other)).map(value => [value, value])
}

const TESTS = {
  find: value => {
    const parts = folded(value).trim().split(/\s+/)
    return paper => parts.every(part => paper.text.includes(part))
  },
  has: value => paper => paper.has.includes(value),
  person: value => paper => paper.people.includes(value),
  venue: value => paper => paper.venue === value
}

const chosen = form => [...form.elements].filter(({ name, value, type, checked }) =>
  name && value && (checked || !/radio|checkbox/.test(type)))

function narrow(form, { papers, values, said }) {
  const tests = chosen(form).map(({ name, value, dataset: { c: code } }) =>
    ({ name, test: code ? paper => paper.codes.includes(code) : TESTS[name]?.(value) })).filter(({ test }) => test)
  const counts = new Map()
  let found = 0
  for (const paper of papers) {
    const failed = tests.filter(({ test }) => !test(paper))
    for (const item of paper.items) leaveOut(item, failed.length > 0)
    if (!failed.length) found++
    // Beside a value stands what would be found if it were chosen.
    for (const value of values)
      if ((!value.code || paper.codes.includes(value.code)) && failed.every(({ name }) => name === value.name))
        counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  for (const value of values) value.number.firstChild.data = written(counts.get(value) ?? 0)
  for (const section of form.parentElement.querySelectorAll(".acad-group"))
    leaveOut(section, !section.querySelector(".acad-pub:not([data-out])"))
  form.dataset.found = found
  form.toggleAttribute("data-find", tests.some(({ name }) => name === "find"))
  form.querySelector("[role=status]").textContent =
    tests.length ? (found === 1 ? said.found_one : said.found).replace("{}", written(found)) : ""
}

// Not `hidden`, which rules with :has() ask for: five times slower.
function leaveOut(element, isOut) {
  if (element.hasAttribute("data-out") !== isOut) element.toggleAttribute("data-out", isOut)
}

const ORDERS = {
  newest: (one, other) => one.rank - other.rank,
  oldest: (one, other) => other.rank - one.rank,
  title: (one, other) => one.title.localeCompare(other.title),
  citations: (one, other) => other.citations - one.citations
}

function arrange(form, list) {
  const [by, sort] = ["group", "sort"].map(name => form.elements[name].value)
  if (list.arranged === `${by} ${sort}`) return
  list.arranged = `${by} ${sort}`
  const compare = (one, other) => ORDERS[sort](one.paper, other.paper)
  const groups = (by ? regrouped(list, by) : list.groups)
    .map(({ section, entries }) => ({ section, entries: sort ? [...entries].sort(compare) : entries }))
  if (/est$/.test(sort)) groups.sort((one, other) => compare(one.entries[0], other.entries[0]))
  for (const { section, entries } of groups) section.lastElementChild.append(...entries.map(({ item }) => item))
  for (const section of form.parentElement.querySelectorAll(".acad-group")) section.remove()
  form.after(...groups.map(({ section }) => section))
}

function regrouped({ papers, values, level }, by) {
  const groups = new Map()
  for (const paper of [...papers].sort(ORDERS.newest)) {
    const title = by === "type" ? values.find(({ name, code }) => name === by && paper.codes.includes(code)).label : paper[by]
    groups.set(title, [...groups.get(title) ?? [], { paper, item: paper.items[0] }])
  }
  return [...groups].map(([title, entries]) => {
    const className = `acad-group__title${title.length > 4 ? " acad-group__title--long" : ""}`
    const heading = title ? make(level, { className }, title) : ""
    return { entries, section: make("section", { className: "acad-group" }, heading, make("ul", { className: "acad-group__list" })) }
  })
}

/** Return what a list's names in the address begin with; the only list of a page needs nothing. */
function prefix(form) {
  const forms = [...document.querySelectorAll(".acad-filters")]
  const { list } = form.dataset
  const at = forms.filter(one => one.dataset.list === list).indexOf(form)
  return forms.length < 2 ? "" : `${list}${at || ""}-`
}

function remember(form) {
  const url = new URL(location)
  for (const { name } of form.elements) url.searchParams.delete(prefix(form) + name)
  for (const { name, value } of chosen(form)) url.searchParams.append(prefix(form) + name, value)
  history.replaceState(history.state, "", url)
}

function restore(form) {
  const given = new URLSearchParams(location.search)
  for (const field of form.elements) {
    const values = given.getAll(prefix(form) + field.name)
    if (field.type === "radio") field.checked = !field.value || values.includes(field.value)
    else if (field.type === "checkbox") field.checked = values.includes(field.value)
    else if (field.name) field.value = values[0] ?? ""
    if (field.selectedIndex < 0) field.value = ""
  }
  update(form)
}

function update(form) {
  arrange(form, lists.get(form))
  narrow(form, lists.get(form))
}

function change(form) {
  update(form)
  remember(form)
}

const filters = () => document.querySelectorAll(".acad-filters")

document.addEventListener("input", ({ target }) => {
  const form = target.closest?.(".acad-filters")
  if (form) change(form)
})

document.addEventListener("reset", ({ target }) => {
  if (lists.has(target)) setTimeout(() => change(target)) // the fields are emptied after this
})

document.addEventListener("keydown", event => {
  const { target, key } = event
  if (key !== "Escape") return
  if (target.matches(".md-select *")) target.blur() // shuts it
  if (!target.value || !target.matches(".acad-find input")) return
  event.preventDefault()
  target.value = ""
  change(target.form)
})

addEventListener("popstate", () => filters().forEach(restore))

// A link to an entry that is filtered out shows the list again.
addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target?.closest("[data-out]")) {
    target.closest(".acad-publications")?.querySelector(".acad-filters")?.reset()
    setTimeout(() => target.scrollIntoView(), 50)
  }
})

// -- all --

// A panel gets its button when it opens: thousands cost nothing.
document.addEventListener("toggle", ({ target }) => {
  if (target.open) target.querySelectorAll?.(".acad-panel").forEach(addCopyButton)
}, true)

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.(".acad-copy")
  if (button) copy(button)
  // Material opens every <details> for the printer; paper shows those that the reader opened.
  const opened = target.closest?.(".acad-actions summary")?.parentElement
  opened?.toggleAttribute("data-opened", !opened.open)
})

const reachAll = () => document.querySelectorAll(".md-typeset__scrollwrap").forEach(reach)
addEventListener("resize", reachAll)

function start() {
  document.querySelectorAll(":is(details[open], .acad-section) > .acad-panel").forEach(addCopyButton)
  // Material's unnamed <nav> in each code block: dozens of equal landmarks.
  document.querySelectorAll(".md-code__nav").forEach(nav => { nav.role = "presentation" })
  for (const form of filters()) {
    if (lists.has(form)) continue
    lists.set(form, read(form))
    equip(form, lists.get(form))
    restore(form)
    import("./downloads.js").then(({ follow }) => follow(form))
  }
  setTimeout(reachAll) // Material wraps tables first
}
if (window.document$) window.document$.subscribe(start)
else start()

// -- Material's bundle, where it waits --

const late = document.querySelector("[data-late]")
if (late) {
  const moves = ["pointermove", "pointerdown", "keydown", "focusin", "scroll", late.dataset.on]
  let wanted // pressed too early
  const query = document.querySelector("[name=query]")
  const load = event => {
    for (const move of moves) removeEventListener(move, load)
    if ("fs/".includes(event.key) && !event.target.form && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      query?.focus()
    }
    document.body.append(make("script", {
      src: late.dataset.late,
      onload() {
        document$.next(document) // missed
        document$.subscribe(start)
        wanted?.click()
        if (document.querySelector("#__search:checked")) query.focus()
      }
    }))
  }
  for (const move of moves) addEventListener(move, load)
  document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-md-component=palette] label")
    if (!button || window.document$) return
    event.preventDefault()
    wanted = button
  }, true)
  const palettes = [...document.querySelectorAll("[data-md-component=palette] input")]
  const shown = palettes[__md_get("__palette")?.index] ??
    palettes.find(({ dataset }) => matchMedia(dataset.mdColorMedia).matches) ?? palettes[0]
  shown?.nextElementSibling?.removeAttribute("hidden")
  if (/[?&][qh]=/.test(location)) load({}) // a search sent along
}
