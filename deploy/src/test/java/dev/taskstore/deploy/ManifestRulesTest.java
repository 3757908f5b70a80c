package dev.taskstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded objects keep all rules, and each rule finds a fault. */
@Tag("kubernetes")
class ManifestRulesTest {

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>(Arrays.asList(PodRule.values()));
    rules.addAll(Arrays.asList(ObjectRule.values()));
    rules.addAll(Arrays.asList(NetworkRule.values()));
    return rules;
  }

  @ParameterizedTest
  @CsvSource({"SINGLE_SERVER, 5, 9, 5", "CLOUDNATIVE_PG, 4, 8, 6", "MANAGED, 4, 8, 4"})
  void anOverlayKeepsAllRules(Overlay overlay, int pods, int containers, int policies) {
    Manifests manifests = overlay.manifests();

    assertThat(rules().stream().flatMap(rule -> rule.problems(manifests).stream())).isEmpty();
    assertThat(rules()).hasSize(22);
    assertThat(manifests.pods()).hasSize(pods);
    assertThat(manifests.pods().stream().flatMap(pod -> pod.containers().stream()))
        .hasSize(containers);
    assertThat(manifests.of("NetworkPolicy")).hasSize(policies);
  }

  private static JsonObject webSpec(Manifests manifests) {
    return manifests.pod("Deployment", "web").spec();
  }

  private static JsonObject web(Manifests manifests) {
    return manifests.pod("Deployment", "web").container("web");
  }

  private static JsonObject first(JsonObject start, String path) {
    return Json.objects(start, path).get(0);
  }

  private static Arguments fault(Rule rule, String name, Consumer<Manifests> change) {
    return Arguments.of(rule, name, change);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            PodRule.RUNS_AS_A_USER_WITHOUT_PRIVILEGES,
            "root",
            it -> Json.object(webSpec(it), "securityContext").addProperty("runAsUser", 0)),
        fault(
            PodRule.RUNS_AS_A_USER_WITHOUT_PRIVILEGES,
            "privileged",
            it -> Json.object(web(it), "securityContext").addProperty("privileged", true)),
        fault(
            PodRule.RUNS_AS_A_USER_WITHOUT_PRIVILEGES,
            "capabilities",
            it -> Json.object(web(it), "securityContext").remove("capabilities")),
        fault(
            PodRule.CANNOT_WRITE_ITS_ROOT_FILE_SYSTEM,
            "writable",
            it -> Json.object(web(it), "securityContext").remove("readOnlyRootFilesystem")),
        fault(
            PodRule.SHARES_NOTHING_WITH_ITS_NODE,
            "network of the node",
            it -> webSpec(it).addProperty("hostNetwork", true)),
        fault(
            PodRule.SHARES_NOTHING_WITH_ITS_NODE,
            "folder of the node",
            it -> {
              first(webSpec(it), "volumes").add("hostPath", new JsonObject());
              first(webSpec(it), "volumes").remove("configMap");
            }),
        fault(
            PodRule.HAS_REQUESTS_AND_LIMITS,
            "no limit",
            it -> Json.object(web(it), "resources.limits").remove("memory")),
        fault(
            PodRule.HAS_AN_IMAGE_WITH_A_VERSION,
            "latest",
            it -> web(it).addProperty("image", "registry.example.com/taskstore/web:latest")),
        fault(
            PodRule.HAS_AN_IMAGE_WITH_A_VERSION,
            "no version",
            it -> web(it).addProperty("image", "registry.example.com/taskstore/web")),
        fault(
            PodRule.READS_SECRETS_FROM_FILES,
            "a variable",
            it -> {
              JsonObject variable = new JsonObject();
              variable.addProperty("name", "TASKSTORE_PASSWORD");
              variable.addProperty("value", "secret");
              JsonArray variables = new JsonArray();
              variables.add(variable);
              web(it).add("env", variables);
            }),
        fault(
            PodRule.HAS_NO_TOKEN_OF_KUBERNETES,
            "token",
            it -> webSpec(it).remove("automountServiceAccountToken")),
        fault(
            PodRule.RESTARTS_AS_ITS_KIND_DOES,
            "a job that restarts",
            it -> it.pod("Job", "migration").spec().addProperty("restartPolicy", "Always")),
        fault(
            PodRule.MOUNTS_ALL_OF_ITS_VOLUMES,
            "another name",
            it -> first(web(it), "volumeMounts").addProperty("name", "other")),
        fault(
            PodRule.HAS_PROBES_IF_IT_IS_A_SERVER, "no probe", it -> web(it).remove("startupProbe")),
        fault(
            PodRule.HAS_PROBES_IF_IT_IS_A_SERVER,
            "another port",
            it -> Json.object(web(it), "readinessProbe.httpGet").addProperty("port", "metrics")),
        fault(
            PodRule.ENDS_WITHIN_ITS_GRACE_PERIOD,
            "too short",
            it -> webSpec(it).addProperty("terminationGracePeriodSeconds", 30)),
        fault(PodRule.ENDS_WITHIN_ITS_GRACE_PERIOD, "no pause", it -> web(it).remove("lifecycle")),
        fault(
            ObjectRule.OBJECTS_ARE_IN_THE_NAMESPACE,
            "elsewhere",
            it -> Json.object(it.get("Service", "web"), "metadata").remove("namespace")),
        fault(
            ObjectRule.SECRETS_ARE_NOT_COMMITTED,
            "a setting",
            it ->
                Json.object(it.get("ConfigMap", "web-settings"), "data")
                    .addProperty("TASKSTORE_PASSWORD", "secret")),
        fault(
            ObjectRule.SELECTORS_MATCH_PODS,
            "another label",
            it ->
                Json.object(it.get("StatefulSet", "postgres"), "spec.selector.matchLabels")
                    .addProperty("app.kubernetes.io/component", "other")),
        fault(
            ObjectRule.SERVICES_LEAD_TO_PORTS,
            "another port",
            it -> first(it.get("Service", "web"), "spec.ports").addProperty("targetPort", "other")),
        fault(
            ObjectRule.SERVERS_HAVE_A_DISRUPTION_BUDGET,
            "one replica",
            it -> Json.object(it.get("Deployment", "web"), "spec").addProperty("replicas", 5)),
        fault(
            ObjectRule.REFERENCES_LEAD_TO_OBJECTS,
            "another secret",
            it ->
                Json.objects(webSpec(it), "volumes").stream()
                    .filter(volume -> volume.has("secret"))
                    .forEach(
                        volume ->
                            Json.object(volume, "secret").addProperty("secretName", "other"))),
        fault(
            ObjectRule.CONNECTIONS_FIT_THE_SERVER,
            "many replicas",
            it -> Json.object(it.get("Deployment", "web"), "spec").addProperty("replicas", 10)),
        fault(
            NetworkRule.EVERYTHING_IS_DENIED_FIRST,
            "no denial",
            it -> it.objects().remove(it.get("NetworkPolicy", "deny-all"))),
        fault(
            NetworkRule.EVERY_POLICY_SELECTS_PODS,
            "another label",
            it ->
                Json.object(
                        it.get("NetworkPolicy", "web-receives-requests"),
                        "spec.podSelector.matchLabels")
                    .addProperty("app.kubernetes.io/component", "other")),
        fault(
            NetworkRule.EVERY_SERVER_RECEIVES_ONLY_ITS_CLIENTS,
            "everybody",
            it ->
                first(it.get("NetworkPolicy", "postgres-receives-clients"), "spec.ingress")
                    .remove("from")),
        fault(
            NetworkRule.EVERY_CLIENT_REACHES_NAMES_AND_THE_DATABASE,
            "no label",
            it -> it.objects().remove(it.get("NetworkPolicy", "database-clients-reach-postgres"))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  void aRuleFindsAFault(Rule rule, String name, Consumer<Manifests> change) {
    Manifests manifests = Overlay.SINGLE_SERVER.manifests();
    assertThat(rule.problems(manifests)).isEmpty();

    change.accept(manifests);

    assertThat(rule.problems(manifests)).as(name).isNotEmpty();
  }

  @Test
  void everyRuleHasAFault() {
    Set<Object> covered = faults().map(fault -> fault.get()[0]).collect(Collectors.toSet());

    assertThat(covered).containsExactlyInAnyOrderElementsOf(rules());
  }
}
