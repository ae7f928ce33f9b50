// Files of a narrowed list: where a link leads to all of its papers, a reader gets those that are found.

const PIECES = { // by the ending of a file: one for each paper, with its key
  bib: text => keyed(text.split(/\n(?=@\w+\{[^\s,]+,\n)/), /^@\w+\{(.+),\n/),
  ris: text => keyed(text.split(/(?<=^ER {2}- \r?\n)/m), /^ID {2}- (.*?)\r?$/m),
  json: text => JSON.parse(text).map(item => [item.id, item])
}
const TOGETHER = {
  bib: pieces => pieces.join("\n"),
  ris: pieces => pieces.join(""),
  json: items => `${JSON.stringify(items, null, 1)}\n`
}

const keyed = (pieces, key) => pieces.map(piece => [key.exec(piece)?.[1], piece])

const keysOf = (list, found = "") => new Set([...list.querySelectorAll(`.acad-pub${found}`)].map(({ dataset }) => dataset.key))

/** Return the keys of what is found; null where that is everything, or nothing. */
function narrowed(list) {
  const found = keysOf(list, ":not([data-out])")
  return found.size && found.size < keysOf(list).size ? found : null
}

/** Tell beside each link how many papers it has now. */
function label(list) {
  const found = narrowed(list)
  for (const link of list.querySelectorAll("[data-all]")) {
    link.dataset.all ||= link.textContent
    const number = found?.size.toLocaleString(document.documentElement.lang || [])
    link.textContent = found ? `${link.dataset.all} (${number})` : link.dataset.all
  }
}

async function give(link, found) {
  const name = link.pathname.split("/").pop()
  const ending = name.split(".").pop()
  const answer = await fetch(link.href)
  if (!answer.ok) throw new Error(answer.statusText)
  const pieces = PIECES[ending](await answer.text()).filter(([key]) => found.has(key)).map(([, piece]) => piece)
  const url = URL.createObjectURL(new Blob([TOGETHER[ending](pieces)], { type: answer.headers.get("content-type") }))
  Object.assign(document.createElement("a"), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

document.addEventListener("click", event => {
  const link = event.target.closest?.("[data-all]")
  const found = link && narrowed(link.closest(".acad-publications"))
  if (!found || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  give(link, found).catch(() => { location.href = link.href }) // all of them are better than none
})

const seen = new WeakSet()

/** Look after a list from now on. */
export function follow(form) {
  const list = form.closest(".acad-publications")
  if (location.protocol === "file:" || seen.has(form)) return // whose files no script may read
  seen.add(form)
  new MutationObserver(() => label(list)).observe(form, { attributeFilter: ["data-found"] })
  label(list)
}
