# The build needs nothing but these folders; what runs is the jar, its libraries and a Java runtime.
FROM node:22-slim AS python
WORKDIR /python
# The package that pom.xml names as python.package: Maven's image has no npm.
RUN npm pack --silent @micropython/micropython-webassembly-pyscript@1.27.0 && tar xzf ./*.tgz

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /passo
COPY --from=python /python/package ./target/python/package
COPY pom.xml ./
COPY src ./src
COPY static ./static
COPY exercises ./exercises
RUN --mount=type=cache,target=/repository mvn -B -q package -DskipTests -Dmaven.repo.local=/repository

FROM eclipse-temurin:25-jre
RUN useradd --system passo && mkdir /data && chown passo /data
COPY --from=build /passo/target/lib /passo/lib
COPY --from=build /passo/target/passo-*.jar /passo/passo.jar
USER passo
ENV PASSO_DATA=/data PORT=8080
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD curl -fsS "http://localhost:$PORT/health" || exit 1
ENTRYPOINT ["java", "-jar", "/passo/passo.jar"]
