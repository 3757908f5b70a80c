package dev.taskstore.deploy;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rules for the policies of the network. */
enum NetworkRule implements Rule {
  EVERYTHING_IS_DENIED_FIRST {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      boolean denies =
          manifests.of("NetworkPolicy").stream()
              .map(policy -> Json.object(policy, "spec"))
              .anyMatch(
                  spec ->
                      Json.object(spec, "podSelector").isEmpty()
                          && Json.texts(spec, "policyTypes").equals(List.of("Ingress", "Egress"))
                          && !spec.has("ingress")
                          && !spec.has("egress"));
      ObjectRule.require(denies, "One policy must deny everything", problems);
    }
  },
  EVERY_POLICY_SELECTS_PODS {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      for (JsonObject policy : manifests.of("NetworkPolicy")) {
        ObjectRule.require(
            pods(manifests).values().stream().anyMatch(labels -> selects(policy, labels)),
            Manifests.nameOf(policy) + " must select a pod",
            problems);
      }
    }
  },
  EVERY_SERVER_RECEIVES_ONLY_ITS_CLIENTS {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      pods(manifests)
          .forEach(
              (name, labels) -> {
                List<JsonObject> open =
                    rules(manifests, labels, "ingress").stream()
                        .filter(rule -> !rule.has("from") || !rule.has("ports"))
                        .toList();
                ObjectRule.require(
                    open.isEmpty(), name + " must name its clients and ports", problems);
                boolean isServer = labels.get("taskstore.dev/server") != null;
                ObjectRule.require(
                    rules(manifests, labels, "ingress").isEmpty() != isServer,
                    name + " must receive clients only if it is a server",
                    problems);
              });
    }
  },
  EVERY_CLIENT_REACHES_NAMES_AND_THE_DATABASE {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      pods(manifests)
          .forEach(
              (name, labels) -> {
                if (labels.containsKey("taskstore.dev/database-client")) {
                  List<String> ports =
                      rules(manifests, labels, "egress").stream()
                          .flatMap(rule -> Json.objects(rule, "ports").stream())
                          .map(port -> Json.text(port, "protocol") + Json.text(port, "port"))
                          .sorted()
                          .toList();
                  ObjectRule.require(
                      ports.equals(List.of("TCP53", "TCP5432", "UDP53")),
                      name + " must reach names and the database only, not " + ports,
                      problems);
                }
              });
    }
  };

  /** Returns the labels of all pods; those of servers have one more, for these rules. */
  private static Map<String, Map<String, String>> pods(Manifests manifests) {
    Map<String, Map<String, String>> pods = new HashMap<>();
    for (PodTemplate pod : manifests.pods()) {
      Map<String, String> labels = new HashMap<>(pod.labels());
      if (pod.isServer()) {
        labels.put("taskstore.dev/server", "true");
      }
      pods.put(pod.toString(), labels);
    }
    for (JsonObject cluster : manifests.of("Cluster")) {
      pods.put(
          "Cluster " + Manifests.nameOf(cluster),
          Map.of("cnpg.io/cluster", Manifests.nameOf(cluster), "taskstore.dev/server", "true"));
    }
    return pods;
  }

  private static boolean selects(JsonObject policy, Map<String, String> labels) {
    return Manifests.selects(Json.object(policy, "spec.podSelector"), labels);
  }

  private static List<JsonObject> rules(
      Manifests manifests, Map<String, String> labels, String direction) {
    return manifests.of("NetworkPolicy").stream()
        .filter(policy -> selects(policy, labels))
        .flatMap(policy -> Json.objects(policy, "spec." + direction).stream())
        .toList();
  }
}
