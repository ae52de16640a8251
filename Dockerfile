# Palimpsest on any host with containers; see site/guide/self-host.md.

# The site and its lessons, with everything that building them takes.
FROM node:24-slim AS site
WORKDIR /app
COPY package.json package-lock.json ./
COPY site/package.json site/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# What the running server needs: a tenth of that.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY site/package.json site/
RUN npm ci --omit=dev --workspaces=false --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY package.json vercel.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=site /app/site/build site/build
COPY --from=site /app/site/build-manifest site/build-manifest
COPY api api
COPY lib lib
COPY local local
COPY migrations migrations
USER node
EXPOSE 3000
# The site alone: a database or model that is away for a while is no reason to start the server again.
HEALTHCHECK --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Straight, not by npm: the signal to stop must reach the server.
CMD ["node", "local/serve-command.ts"]
