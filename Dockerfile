# One image for every process of Relance; compose (or any other orchestrator) chooses the process by its command.

FROM node:24-slim AS manifests
WORKDIR /source
COPY . .
RUN mkdir /manifests \
  && find apps libs -name package.json -not -path '*/node_modules/*' -exec cp --parents {} /manifests/ \; \
  && cp package.json package-lock.json .npmrc /manifests/

FROM node:24-slim AS build
WORKDIR /app
COPY --from=manifests /manifests ./
# No install script is needed here: they fetch a Node and a PostgreSQL for development machines.
RUN npm ci --include=dev --ignore-scripts
COPY . .
RUN node tools/build/main.ts \
  && npm prune --omit=dev --ignore-scripts \
  # What Temporal's package brings for other systems would be a fifth of the modules.
  && rm -rf node_modules/@temporalio/core-bridge/releases/*-apple-* node_modules/@temporalio/core-bridge/releases/*-windows-* \
  && find apps libs -type d -name src -not -path '*/node_modules/*' -prune -exec rm -rf {} +

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 HEALTH_PATH=/health/ready
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/libs ./libs
COPY --from=build /app/apps ./apps
COPY --from=build /app/tools/package.json ./tools/
COPY --from=build /app/tools/embedded/operator-error.ts /app/tools/embedded/paths.ts ./tools/embedded/
COPY --from=build /app/tools/migrate ./tools/migrate
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}${process.env.HEALTH_PATH}`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node"]
CMD ["apps/gateway/dist/main.js"]
