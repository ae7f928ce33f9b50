// Refreshes counts of citations from a gs_data.json. Where anything fails, those of the build stay.

const { live, source } = document.querySelector("script[data-live]").dataset
const address = new URL(live, document.baseURI).href
const own = new URL("../../citations/gs_data.json", import.meta.url).href
let asked

async function read(url) {
  const answer = await fetch(url)
  return answer.ok ? answer.json() : Promise.reject()
}

/** Read the file, and from the site's own which paper has which name in it. */
async function load() {
  const found = read(address)
  const [data, known] = await Promise.all([found, address === own ? found : read(own).catch(() => ({}))])
  return [data, new Map(Object.entries(known.publications ?? {}).map(([name, { key }]) => [key, name]))]
}

async function refresh() {
  const shown = document.querySelectorAll("[data-citations-of]")
  if (!shown.length) return
  const [data, names] = await (asked ??= load())
  for (const element of shown) {
    const key = element.dataset.citationsOf
    const count = key ? data.publications?.[names.get(key) ?? key]?.num_citations : data.citedby
    // `1024+` says as much as 1024.
    if (!(Number.isInteger(count) && count >= 0) || element.textContent.replace(/\D/g, "") === `${count}`) continue
    element.textContent = count.toLocaleString(document.documentElement.lang || undefined)
    const origin = [source, `${data.updated ?? ""}`.slice(0, 10)].filter(Boolean).join(", ")
    element.closest("[title]")?.setAttribute("title", origin)
    element.closest(".acad-badge")?.querySelector(".acad-visually-hidden")?.replaceChildren(` (${origin})`)
  }
}

const start = () => refresh().catch(() => {})
if (window.document$) window.document$.subscribe(start)
else start()
