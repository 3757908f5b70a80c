package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The members of a repository while it is written. */
final class RepositoryMembers {

  private final Map<String, FieldSpec> fields = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();
  private final Set<String> takenNames = new HashSet<>();

  List<FieldSpec> fields() {
    return List.copyOf(fields.values());
  }

  List<MethodSpec> methods() {
    return List.copyOf(methods);
  }

  /** Reserves the part of a name after "findBy"; returns the fallback if the name is taken. */
  String claim(String name, String fallback) {
    String claimed = takenNames.add(name) ? name : fallback;
    takenNames.add(claimed);
    return claimed;
  }

  void constant(TypeName type, String name, CodeBlock initializer) {
    fields.put(
        name,
        FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(initializer)
            .build());
  }

  void add(MethodSpec method) {
    methods.add(method);
  }

  /** Returns the names of columns for the name of a method, such as {@code StudentAndCourse}. */
  static String pascal(List<String> names) {
    return names.stream().map(Names::pascal).collect(Collectors.joining("And"));
  }

  /** Returns a name for a parameter that no column has. */
  static String unused(String name, List<ColumnModel> columns) {
    String candidate = name;
    for (ColumnModel column : columns) {
      if (column.property().equals(candidate)) {
        candidate += "_";
      }
    }
    return candidate;
  }

  static List<ParameterSpec> parameters(GeneratedTypes types, List<ColumnModel> columns) {
    Values values = new Values(types);
    return columns.stream().map(values::required).toList();
  }
}
