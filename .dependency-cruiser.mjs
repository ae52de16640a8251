/** The layers of `lib/`, from the ground up: a room imports what stands before it, types included, and only from its `index.ts`. */
export const layers = [
  'errors',
  'text',
  'lesson',
  'profile',
  'contract',
  'telemetry',
  'quota',
  'insights',
  'db',
  'migrate',
  'prompt',
  'verify',
  'llm',
  'rewrite',
  'http',
  'runtime',
]

/**
 * The layers of the palimpsest plugin, from the ground up. `lesson` is what the build and the page both know of a lesson, `manifest`
 * and `remark` run in the build alone, `theme` is what Docusaurus puts into pages.
 *
 * These rooms have no `index.ts`: one file of a room would bring all of it into the first bytes of a page. They are entered where
 * a part is asked for: `frame/LessonProvider.tsx` by every lesson, `view/personal-view.ts` and `changes/Changes.tsx` with the
 * first press, `pages/Profile.tsx` and `pages/Onboarding.tsx` by those pages.
 */
export const pluginLayers = [
  'lesson',
  'manifest',
  'remark',
  'client/storage',
  'client/browser',
  'client/state',
  'client/languages',
  'client/controls',
  'client/transport',
  'client/profile',
  'client/offline',
  'client/loader',
  'client/page',
  'client/scroll',
  'client/messages',
  'client/reading',
  'client/glossary',
  'client/listen',
  'client/text',
  'client/changes',
  'client/section',
  'client/side-by-side',
  'client/view',
  'client/frame',
  'client/copy',
  'client/questionnaire',
  'client/transfer',
  'client/pages',
  'theme',
  'theme-translated',
]

/** Rooms that run in the browser, too: values and functions of values. */
export const pureRooms = ['errors', 'text', 'lesson', 'profile', 'contract', 'prompt', 'verify']

const tests = '\\.test\\.tsx?$|^test/|/testing/|\\.fixtures\\.ts$|arbitrary-markdown'
const room = (names) => `^lib/(${names.join('|')})/`
const plugin = '^site/plugins/palimpsest/'
const pluginRoom = (names) => `${plugin}(${names.join('|')})/`

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers.slice(0, -1).map((name, at) => ({
      name: `${name}-imports-only-below`,
      comment: `lib/${name} may import ${layers.slice(0, at).join(', ') || 'no other room'}.`,
      severity: 'error',
      from: { path: room([name]), pathNot: tests },
      to: { path: room(layers.slice(at + 1)) },
    })),
    ...pluginLayers.slice(0, -1).map((name, at) => ({
      name: `plugin-${name.replace('client/', '')}-imports-only-below`,
      comment: `${name} may import ${pluginLayers.slice(0, at).join(', ') || 'no other room of the plugin'}.`,
      severity: 'error',
      from: { path: pluginRoom([name]), pathNot: tests },
      to: { path: [pluginRoom(pluginLayers.slice(at + 1)), `${plugin}(client/)?[^/]+$`] },
    })),
    {
      name: 'plugin-rooms-are-known',
      comment: 'A folder of the plugin has its place in `pluginLayers`.',
      severity: 'error',
      from: { path: `${plugin}.+/`, pathNot: [tests, pluginRoom(pluginLayers)] },
      to: {},
    },
    {
      name: 'pages-without-build',
      comment: 'What a page loads knows nothing of what runs in the build.',
      severity: 'error',
      from: { path: `${plugin}(client|theme|theme-translated)/`, pathNot: tests },
      to: { path: [pluginRoom(['manifest', 'remark']), `${plugin}[^/]+$`] },
    },
    {
      name: 'plugin-stands-alone',
      comment: 'Another site takes the plugin without the rest of this one.',
      severity: 'error',
      from: { path: plugin, pathNot: tests },
      to: { path: '^site/', pathNot: plugin },
    },
    {
      name: 'one-entry',
      comment: 'A room is entered by its index.ts. What is imported on demand alone has an entry of its own.',
      severity: 'error',
      from: { path: '^(lib/([^/]+)|api|site|local|bench)/', pathNot: tests },
      to: { path: '^lib/[^/]+/', pathNot: ['^lib/$2/', '^lib/[^/]+/index\\.ts$'], dynamic: false },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one, or want a third below them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'lib-stands-alone',
      severity: 'error',
      from: { path: '^lib/', pathNot: tests },
      to: { path: '^(api|site|local|test|bench)/' },
    },
    {
      name: 'pure-rooms',
      comment: 'They know no database, model or runtime: they also run in the browser.',
      severity: 'error',
      from: { path: room(pureRooms), pathNot: tests },
      to: { path: '(^|/)node_modules/(kysely|@neondatabase|ai|@ai-sdk|@vercel|@opentelemetry)/' },
    },
    {
      name: 'pure-rooms-without-node',
      severity: 'error',
      from: { path: room(pureRooms), pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'site-shares-pure-rooms',
      severity: 'error',
      from: { path: '^site/', pathNot: tests },
      to: {
        path: ['^(api|local)/', room(layers.filter((name) => !pureRooms.includes(name)))],
        pathNot: '/static/api/',
      },
    },
    {
      name: 'migrations-are-frozen',
      comment: 'They import nothing of ours.',
      severity: 'error',
      from: { path: '^migrations/', pathNot: tests },
      to: { path: '^(lib|local|site|api)/' },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: '^(api|lib|local|site|migrations)/', pathNot: tests },
      to: { path: '^test/|\\.test\\.tsx?$' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^site/(build|\\.docusaurus)', '^bench/lighthouse/node_modules'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require'],
    },
  },
}
