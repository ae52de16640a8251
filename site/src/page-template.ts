/** Begins with the page's scripts after its first frame; at once where there are no frames, as in a tab in the background. */
const start = `{
  const begin = () => {
    for (const { attributes: { href } } of document.querySelectorAll('link[data-starts]')) {
      const script = document.createElement('script')
      script.src = href.value
      script.async = false
      document.head.append(script)
    }
  }
  if (document.hidden) begin()
  else requestAnimationFrame(() => setTimeout(begin))
}`

/**
 * Keeps what is pressed before the page's scripts can answer, and presses it again once they can: each button once, however
 * often an impatient reader did.
 */
const keepPresses = `{
  const pressed = new Set()
  const keep = (event) => {
    const button = event.target.closest('button')
    if (button) {
      event.stopImmediatePropagation()
      pressed.add(button)
    }
  }
  addEventListener('click', keep, true)
  const page = document.documentElement
  new MutationObserver((_, observer) => {
    if (page.dataset.hasHydrated !== 'true') return
    observer.disconnect()
    removeEventListener('click', keep, true)
    for (const button of pressed) button.click()
  }).observe(page, { attributeFilter: ['data-has-hydrated'] })
}`

/**
 * Docusaurus' own template of a page, but for its scripts. They would run as soon as the page's style sheet is here, before the page is
 * shown for the first time; for this long a reader on a slow phone would look at nothing, although all there is to read has come.
 * Here they are fetched as early, after what the first frame needs, and run once it is shown.
 */
export const pageTemplate = `
<!DOCTYPE html>
<html <%~ it.htmlAttributes %>>
  <head>
    <meta charset="UTF-8">
    <meta name="generator" content="Docusaurus v<%= it.version %>">
    <% if (it.noIndex) { %>
      <meta name="robots" content="noindex, nofollow" />
    <% } %>
    <% it.metaAttributes.forEach((metaAttribute) => { %>
      <%~ metaAttribute %>
    <% }); %>
    <%~ it.headTags %>
    <% it.stylesheets.forEach((stylesheet) => { %>
      <link rel="stylesheet" href="<%= it.baseUrl %><%= stylesheet %>" />
    <% }); %>
    <% it.scripts.forEach((script) => { %>
      <link rel="preload" as="script" href="<%= it.baseUrl %><%= script %>" fetchpriority="low" data-starts />
    <% }); %>
  </head>
  <body <%~ it.bodyAttributes %>>
    <%~ it.preBodyTags %>
    <div id="__docusaurus"><%~ it.appHtml %></div>
    <%~ it.postBodyTags %>
    <script>${keepPresses}
${start}</script>
  </body>
</html>
`
