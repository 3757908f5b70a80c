package dev.taskstore.deploy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rules for each pod. */
enum PodRule implements Rule {
  RUNS_AS_A_USER_WITHOUT_PRIVILEGES {
    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      JsonObject context = Json.object(pod.spec(), "securityContext");
      require(Json.text(context, "runAsNonRoot").equals("true"), "runAsNonRoot", problems);
      require(number(context, "runAsUser") > 0, "runAsUser", problems);
      require(number(context, "runAsGroup") > 0, "runAsGroup", problems);
      require(
          Json.text(context, "seccompProfile.type").equals("RuntimeDefault"), "seccomp", problems);
      for (JsonObject container : pod.containers()) {
        JsonObject own = Json.object(container, "securityContext");
        require(Json.text(own, "allowPrivilegeEscalation").equals("false"), "escalation", problems);
        require(
            Json.texts(own, "capabilities.drop").equals(List.of("ALL")), "capabilities", problems);
        require(
            Set.of("allowPrivilegeEscalation", "capabilities", "readOnlyRootFilesystem")
                .containsAll(own.keySet()),
            "other settings of " + Json.text(container, "name"),
            problems);
      }
    }
  },
  CANNOT_WRITE_ITS_ROOT_FILE_SYSTEM {
    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      for (JsonObject container : pod.containers()) {
        require(
            Json.text(container, "securityContext.readOnlyRootFilesystem").equals("true"),
            "readOnlyRootFilesystem",
            problems);
        require(
            Json.objects(container, "volumeMounts").stream()
                .anyMatch(mount -> Json.text(mount, "mountPath").equals("/tmp")),
            "a folder for temporary files",
            problems);
      }
    }
  },
  SHARES_NOTHING_WITH_ITS_NODE {
    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      for (String setting : List.of("hostNetwork", "hostPID", "hostIPC")) {
        require(!pod.spec().has(setting), setting, problems);
      }
      Set<String> permitted =
          Set.of("configMap", "emptyDir", "persistentVolumeClaim", "projected", "secret");
      for (JsonObject volume : Json.objects(pod.spec(), "volumes")) {
        Set<String> kinds = new HashSet<>(volume.keySet());
        kinds.remove("name");
        require(permitted.containsAll(kinds) && kinds.size() == 1, "volume " + kinds, problems);
      }
      for (JsonObject container : pod.containers()) {
        require(
            Json.objects(container, "ports").stream().noneMatch(port -> port.has("hostPort")),
            "hostPort",
            problems);
      }
    }
  },
  HAS_REQUESTS_AND_LIMITS {
    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      for (JsonObject container : pod.containers()) {
        for (String part : List.of("requests", "limits")) {
          for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
            require(
                !Json.text(container, "resources." + part + "." + resource).isEmpty(),
                part + " of " + resource,
                problems);
          }
        }
        require(
            Json.text(container, "resources.requests.memory")
                .equals(Json.text(container, "resources.limits.memory")),
            "as much memory as it may use",
            problems);
      }
      for (JsonObject volume : Json.objects(pod.spec(), "volumes")) {
        require(
            !volume.has("emptyDir") || Json.at(volume, "emptyDir.sizeLimit").isPresent(),
            "a limit of the volume " + Json.text(volume, "name"),
            problems);
      }
    }
  },
  HAS_AN_IMAGE_WITH_A_VERSION {
    private static final Pattern IMAGE = Pattern.compile("[a-z0-9.-]+[.][a-z]+/[a-z0-9./-]+:(.+)");

    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      for (JsonObject container : pod.containers()) {
        String image = Json.text(container, "image");
        require(
            IMAGE.matcher(image).matches() && !image.endsWith(":latest"),
            "a registry and a version in " + image,
            problems);
      }
    }
  },
  READS_SECRETS_FROM_FILES {
    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      for (JsonObject container : pod.containers()) {
        for (JsonObject variable : Json.objects(container, "env")) {
          require(!variable.has("valueFrom"), "a value in " + variable.get("name"), problems);
          require(
              !SECRET.matcher(Json.text(variable, "name")).find()
                  || Json.text(variable, "name").endsWith("_FILE"),
              "no secret in " + variable.get("name"),
              problems);
        }
        for (JsonObject source : Json.objects(container, "envFrom")) {
          require(source.keySet().equals(Set.of("configMapRef")), "a ConfigMap", problems);
        }
      }
      for (JsonObject volume : Json.objects(pod.spec(), "volumes")) {
        require(
            !volume.has("secret")
                || (number(volume, "secret.defaultMode") == 0440
                    && !Json.objects(volume, "secret.items").isEmpty()),
            "mode 0440 and named keys of " + Json.text(volume, "name"),
            problems);
      }
    }
  },
  HAS_NO_TOKEN_OF_KUBERNETES {
    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      require(
          Json.text(pod.spec(), "automountServiceAccountToken").equals("false"),
          "automountServiceAccountToken",
          problems);
      require(
          Json.text(pod.spec(), "enableServiceLinks").equals("false"),
          "enableServiceLinks",
          problems);
    }
  },
  RESTARTS_AS_ITS_KIND_DOES {
    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      String policy = Json.text(pod.spec(), "restartPolicy");
      require(policy.equals(pod.isServer() ? "" : "Never"), "restartPolicy", problems);
    }
  },
  MOUNTS_ALL_OF_ITS_VOLUMES {
    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      Set<String> mounted = new HashSet<>();
      for (JsonObject container : pod.containers()) {
        Set<String> paths = new HashSet<>();
        for (JsonObject mount : Json.objects(container, "volumeMounts")) {
          mounted.add(Json.text(mount, "name"));
          require(paths.add(Json.text(mount, "mountPath")), "each path once", problems);
        }
      }
      Set<String> volumes = new HashSet<>();
      Json.objects(pod.spec(), "volumes").forEach(it -> volumes.add(Json.text(it, "name")));
      mounted.removeAll(pod.claims());
      require(mounted.equals(volumes), "mounts " + mounted + " of " + volumes, problems);
    }
  },
  HAS_PROBES_IF_IT_IS_A_SERVER {
    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      for (JsonObject container : pod.containers()) {
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
          JsonObject settings = Json.object(container, probe);
          require(settings.isEmpty() != pod.isServer(), probe, problems);
          String port = Json.text(settings, "httpGet.port");
          require(
              port.isEmpty() || PodTemplate.ports(container).contains(port),
              "the port of " + probe,
              problems);
        }
        require(
            !Json.object(container, "livenessProbe")
                    .equals(Json.object(container, "readinessProbe"))
                || !pod.isServer(),
            "another liveness than readiness",
            problems);
      }
    }
  },
  ENDS_WITHIN_ITS_GRACE_PERIOD {
    @Override
    void check(PodTemplate pod, Consumer<String> problems) {
      double seconds = 0;
      for (JsonObject container : pod.containers()) {
        seconds += Math.max(0, number(container, "lifecycle.preStop.sleep.seconds"));
      }
      if (pod.kind().equals("Deployment")) {
        require(seconds >= 5, "a pause before SIGTERM", problems);
        require(
            number(pod.spec(), "terminationGracePeriodSeconds") >= seconds + 45,
            "a grace period of more than " + seconds + " seconds",
            problems);
      } else if (pod.isServer()) {
        require(
            number(pod.spec(), "terminationGracePeriodSeconds") >= 60, "a grace period", problems);
      }
    }
  };

  static final Pattern SECRET = Pattern.compile("PASSWORD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL");

  abstract void check(PodTemplate pod, Consumer<String> problems);

  @Override
  public void check(Manifests manifests, Consumer<String> problems) {
    for (PodTemplate pod : manifests.pods()) {
      check(pod, problem -> problems.accept(this + ": " + pod + " requires " + problem));
    }
  }

  private static void require(boolean isMet, String what, Consumer<String> problems) {
    if (!isMet) {
      problems.accept(what);
    }
  }

  private static double number(JsonObject start, String path) {
    return Json.at(start, path).map(JsonElement::getAsDouble).orElse(-1.0);
  }
}
