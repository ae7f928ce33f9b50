// What the page gains with a script; without one it is whole. All listeners stand on the document,
// so that they outlive instant navigation.

// Material's words, in the language of the site.
const config = document.getElementById("__config")
const words = config ? JSON.parse(config.textContent).translations ?? {} : {}
const word = (key, otherwise) => words[key] || otherwise

// Material does this too; here for pages that leave its bundle out.
document.documentElement.classList.replace("no-js", "js")

function addCopyButton(panel) {
  if (!panel.querySelector("pre code") || panel.querySelector(".acad-copy")) return
  const button = document.createElement("button")
  button.type = "button"
  button.className = "acad-copy"
  button.textContent = panel.dataset.copy || word("clipboard.copy", "Copy to clipboard")
  panel.prepend(button)
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

function find(field) {
  const list = field.closest(".acad-publications")
  const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean)
  let found = 0
  for (const entry of list.querySelectorAll(".acad-pub")) {
    const text = entry.textContent.toLowerCase()
    entry.hidden = !wanted.every(part => text.includes(part))
    found += !entry.hidden
  }
  for (const group of list.querySelectorAll(".acad-group"))
    group.hidden = !group.querySelector(".acad-pub:not([hidden])")
  const status = list.querySelector("[role=status]")
  if (status) {
    const key = ["search.result.none", "search.result.one"][found] ?? "search.result.other"
    status.textContent = wanted.length ? word(key, "#").replace("#", found) : ""
  }
  const empty = list.querySelector(".acad-empty")
  if (empty) empty.hidden = found > 0
}

// A panel gets its button when it is first opened: a list of thousands costs nothing.
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

document.addEventListener("input", ({ target }) => {
  if (target.matches?.(".acad-find input")) find(target)
})

function start() {
  document.querySelectorAll("details[open] .acad-panel").forEach(addCopyButton)
  // Material wraps the buttons of each code block in an unnamed <nav>: dozens of equal landmarks.
  document.querySelectorAll(".md-code__nav").forEach(nav => { nav.role = "presentation" })
}
if (window.document$) window.document$.subscribe(start)
else start()
