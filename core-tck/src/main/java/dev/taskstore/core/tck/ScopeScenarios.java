package dev.taskstore.core.tck;

import dev.taskstore.TagRepository;
import dev.taskstore.TaskRepository;
import dev.taskstore.TaskSession;
import dev.taskstore.UserRepository;
import dev.taskstore.db.KeyedSelection;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The calls in a scope, by method. Methods are named by their repository, as in {@code
 * tasks.update(Object, Changes)}.
 */
final class ScopeScenarios {

  /** A call in a session. */
  @FunctionalInterface
  interface Call {
    /** Runs the call and returns its result. */
    Object in(TaskSession session);
  }

  /**
   * The calls of a method.
   *
   * @param equal calls with the same results as in a database without the rows of others
   * @param refused calls that no scope permits
   */
  record Scenario(List<Call> equal, List<Call> refused) {}

  private final Map<String, Scenario> byMethod = new TreeMap<>();

  /** Returns the calls of all methods. */
  static Map<String, Scenario> all() {
    ScopeScenarios scenarios = new ScopeScenarios();
    UserScopeScenarios.addTo(scenarios);
    TaskScopeScenarios.addTo(scenarios);
    SharingScopeScenarios.addTo(scenarios);
    TagScopeScenarios.addTo(scenarios);
    SelectionScopeScenarios.addTo(scenarios);
    return scenarios.byMethod;
  }

  /** Adds calls with the same results as in a database without the rows of others. */
  ScopeScenarios equal(String method, Call... calls) {
    scenario(method).equal().addAll(List.of(calls));
    return this;
  }

  /** Adds the same call for several arguments. */
  <T> ScopeScenarios equalForEach(String method, List<T> arguments, Function<T, Call> call) {
    scenario(method).equal().addAll(arguments.stream().map(call).toList());
    return this;
  }

  /** Adds calls that no scope permits. */
  ScopeScenarios refused(String method, Call... calls) {
    scenario(method).refused().addAll(List.of(calls));
    return this;
  }

  private Scenario scenario(String method) {
    return byMethod.computeIfAbsent(
        method, unused -> new Scenario(new ArrayList<>(), new ArrayList<>()));
  }

  /** Returns all public methods of the repositories and of selections. */
  static Set<String> methods() {
    Set<String> methods = new TreeSet<>();
    add(methods, "users", UserRepository.class);
    add(methods, "tasks", TaskRepository.class);
    add(methods, "tags", TagRepository.class);
    add(methods, "selection", KeyedSelection.class);
    return methods;
  }

  private static void add(Set<String> methods, String repository, Class<?> type) {
    for (Method method : type.getMethods()) {
      boolean isOwn = method.getDeclaringClass() != Object.class;
      if (isOwn && !method.isBridge() && !Modifier.isStatic(method.getModifiers())) {
        String parameters =
            Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        methods.add(repository + "." + method.getName() + "(" + parameters + ")");
      }
    }
  }
}
