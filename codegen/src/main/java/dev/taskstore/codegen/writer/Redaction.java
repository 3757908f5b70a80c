package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import java.util.List;
import java.util.StringJoiner;
import javax.lang.model.element.Modifier;

/** Writes {@code toString} without the values of columns that contain personal data. */
final class Redaction {

  /** What replaces a value, also NULL. */
  static final String REPLACEMENT = "***";

  private Redaction() {}

  /** Adds the method to a record that has a component for a marked column. */
  static void add(TypeSpec.Builder record, ClassName name, List<ColumnModel> columns) {
    if (columns.stream().anyMatch(column -> column.category().isPresent())) {
      record.addMethod(method(name, columns));
    }
  }

  private static MethodSpec method(ClassName name, List<ColumnModel> columns) {
    CodeBlock.Builder chain =
        CodeBlock.builder()
            .add(
                "return new $T($S, $S, $S)",
                StringJoiner.class,
                ", ",
                name.simpleName() + "[",
                "]");
    for (ColumnModel column : columns) {
      String property = column.property();
      if (column.category().isPresent()) {
        chain.add("\n.add($S)", property + "=" + REPLACEMENT);
      } else {
        chain.add("\n.add($S + $L)", property + "=", property);
      }
    }
    return MethodSpec.methodBuilder("toString")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            Docs.of("Returns the values of all columns except those that contain personal data."))
        .returns(String.class)
        .addStatement(chain.add("\n.toString()").build())
        .build();
  }
}
