package dev.taskstore.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.DecimalSize;
import dev.taskstore.codegen.schema.TableModel;
import dev.taskstore.codegen.schema.TextLimit;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes the checks that a mapping makes before the database sees a value. */
final class CheckWriter {

  private final GeneratedTypes types;

  CheckWriter(GeneratedTypes types) {
    this.types = types;
  }

  MethodSpec validate(TableModel table) {
    MethodSpec.Builder method =
        MappingWriter.override("validate").addParameter(types.model(table), "entity");
    table.columns().stream()
        .filter(ColumnModel::checked)
        .forEach(
            column ->
                method.addStatement("$L(entity.$L())", methodName(column), column.property()));
    return method.build();
  }

  MethodSpec check(SourceFile source, TableModel table, ColumnModel column) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(methodName(column))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(
                Docs.of(
                    "Checks {@code "
                        + column.property()
                        + "}: fails with an {@code InvalidArgumentException} when no database would"
                        + " store it.",
                    Docs.parameter(column)))
            .addParameter(ParameterSpec.builder(types.declared(column), column.property()).build());
    CodeBlock value = RowCode.stored(CodeBlock.of("$L", column.property()), column);
    CodeBlock field = source.column(table, column);
    String check = column.storage().accessor();
    if (column.decimalSize().isPresent()) {
      DecimalSize size = column.decimalSize().get();
      return method
          .addStatement(
              "$T.$L($L, $L, $L, $L)",
              RuntimeTypes.CHECKS,
              check,
              field,
              value,
              size.precision(),
              size.scale())
          .build();
    }
    if (column.limits().isEmpty()) {
      return method.addStatement("$T.$L($L, $L)", RuntimeTypes.CHECKS, check, field, value).build();
    }
    for (TextLimit limit : column.limits()) {
      method.addStatement(
          "$T.$L($L, $L, $L, $L, $L)",
          RuntimeTypes.CHECKS,
          check,
          field,
          value,
          limit.minimum(),
          limit.maximum() == Integer.MAX_VALUE
              ? CodeBlock.of("$T.MAX_VALUE", Integer.class)
              : CodeBlock.of("$L", limit.maximum()),
          limit.constraint().map(name -> CodeBlock.of("$S", name)).orElse(CodeBlock.of("null")));
    }
    return method.build();
  }

  static String methodName(ColumnModel column) {
    // Of the component, whose name no other column has.
    return "check"
        + column.property().substring(0, 1).toUpperCase(Locale.ROOT)
        + column.property().substring(1);
  }
}
