package dev.taskstore.deploy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rules for objects that refer to each other. */
enum ObjectRule implements Rule {
  OBJECTS_ARE_IN_THE_NAMESPACE {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      JsonObject namespace = manifests.get("Namespace", "taskstore");
      Map<String, String> labels = Json.map(namespace, "metadata.labels");
      require(
          "restricted".equals(labels.get("pod-security.kubernetes.io/enforce")),
          "The namespace must enforce restricted pods",
          problems);
      Set<String> names = new HashSet<>();
      for (JsonObject object : manifests.objects()) {
        String name = Json.text(object, "kind") + " " + Manifests.nameOf(object);
        require(names.add(name), name + " must be unique", problems);
        require(
            object.equals(namespace) || Json.text(object, "metadata.namespace").equals("taskstore"),
            name + " must be in the namespace",
            problems);
      }
    }
  },
  SECRETS_ARE_NOT_COMMITTED {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      require(manifests.of("Secret").isEmpty(), "No secret may be committed", problems);
      for (JsonObject map : manifests.of("ConfigMap")) {
        Json.map(map, "data")
            .forEach(
                (key, value) ->
                    require(
                        !PodRule.SECRET.matcher(key).find() && !value.contains("password="),
                        Manifests.nameOf(map) + " must not contain " + key,
                        problems));
      }
    }
  },
  SELECTORS_MATCH_PODS {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      for (JsonObject owner : manifests.of("Deployment", "StatefulSet")) {
        PodTemplate pod = PodTemplate.of(owner).orElseThrow();
        JsonObject selector = Json.object(owner, "spec.selector");
        require(Manifests.selects(selector, pod.labels()), pod + " must select its pods", problems);
        require(
            manifests.pods().stream().filter(it -> Manifests.selects(selector, it.labels())).count()
                == 1,
            pod + " must select no other pods",
            problems);
      }
    }
  },
  SERVICES_LEAD_TO_PORTS {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      for (JsonObject service : manifests.of("Service")) {
        String name = "The service " + Manifests.nameOf(service);
        List<PodTemplate> pods =
            manifests.pods().stream()
                .filter(it -> Manifests.selects(Json.object(service, "spec.selector"), it.labels()))
                .toList();
        require(pods.size() == 1 && pods.get(0).isServer(), name + " must lead to pods", problems);
        for (JsonObject port : Json.objects(service, "spec.ports")) {
          require(
              pods.stream()
                  .flatMap(it -> it.containers().stream())
                  .anyMatch(it -> PodTemplate.ports(it).contains(Json.text(port, "targetPort"))),
              name + " must lead to a port",
              problems);
        }
      }
      for (JsonObject set : manifests.of("StatefulSet")) {
        require(
            manifests.of("Service").stream()
                .anyMatch(it -> Manifests.nameOf(it).equals(Json.text(set, "spec.serviceName"))),
            Manifests.nameOf(set) + " must have a service",
            problems);
      }
    }
  },
  SERVERS_HAVE_A_DISRUPTION_BUDGET {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      for (JsonObject server : manifests.of("Deployment", "StatefulSet")) {
        PodTemplate pod = PodTemplate.of(server).orElseThrow();
        List<JsonObject> budgets =
            manifests.of("PodDisruptionBudget").stream()
                .filter(it -> Manifests.selects(Json.object(it, "spec.selector"), pod.labels()))
                .toList();
        require(budgets.size() == 1, pod + " must have one budget", problems);
        int replicas = Json.at(server, "spec.replicas").map(JsonElement::getAsInt).orElse(1);
        for (JsonObject budget : budgets) {
          int available = Json.at(budget, "spec.minAvailable").map(JsonElement::getAsInt).orElse(0);
          require(
              available == (replicas == 1 ? 1 : replicas - 1),
              pod + " must permit one disruption, if it has another replica",
              problems);
        }
      }
    }
  },
  REFERENCES_LEAD_TO_OBJECTS {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      Set<String> existing = new TreeSet<>(SecretFolder.names());
      if (!manifests.of("Cluster").isEmpty()) {
        existing.add("Secret postgres-ca"); // of the operator
      }
      manifests
          .objects()
          .forEach(it -> existing.add(Json.text(it, "kind") + " " + Manifests.nameOf(it)));
      for (PodTemplate pod : manifests.pods()) {
        Set<String> wanted = references(pod);
        wanted.removeAll(existing);
        require(wanted.isEmpty(), pod + " refers to missing objects: " + wanted, problems);
      }
    }

    private static Set<String> references(PodTemplate pod) {
      Set<String> wanted = new TreeSet<>();
      wanted.add("ServiceAccount " + Json.text(pod.spec(), "serviceAccountName"));
      for (JsonObject volume : Json.objects(pod.spec(), "volumes")) {
        add(wanted, "Secret", Json.text(volume, "secret.secretName"));
        add(wanted, "ConfigMap", Json.text(volume, "configMap.name"));
        add(wanted, "PersistentVolumeClaim", Json.text(volume, "persistentVolumeClaim.claimName"));
      }
      for (JsonObject container : pod.containers()) {
        for (JsonObject source : Json.objects(container, "envFrom")) {
          add(wanted, "ConfigMap", Json.text(source, "configMapRef.name"));
        }
      }
      return wanted;
    }

    private static void add(Set<String> wanted, String kind, String name) {
      if (!name.isEmpty()) {
        wanted.add(kind + " " + name);
      }
    }
  },
  CONNECTIONS_FIT_THE_SERVER {
    @Override
    public void check(Manifests manifests, Consumer<String> problems) {
      JsonObject web = manifests.get("Deployment", "web");
      Map<String, String> settings = Json.map(manifests.get("ConfigMap", "web-settings"), "data");
      int pods =
          Json.object(web, "spec").get("replicas").getAsInt()
              + Json.object(web, "spec.strategy.rollingUpdate").get("maxSurge").getAsInt();
      int used = pods * Integer.parseInt(settings.get("TASKSTORE_POOL_MAXIMUMSIZE"));
      // A migration and a backup at the same time, and three for the superuser.
      require(used + 10 + 10 + 3 <= 100, used + " connections are too many", problems);
    }
  };

  static void require(boolean isMet, String problem, Consumer<String> problems) {
    if (!isMet) {
      problems.accept(problem);
    }
  }
}
