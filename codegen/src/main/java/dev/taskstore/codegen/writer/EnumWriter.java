package dev.taskstore.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.taskstore.codegen.schema.ColumnModel;
import dev.taskstore.codegen.schema.EnumModel;
import javax.lang.model.element.Modifier;

/** Writes the enum of a column and its jOOQ converter. */
final class EnumWriter {

  private final GeneratedTypes types;

  EnumWriter(GeneratedTypes types) {
    this.types = types;
  }

  JavaFile writeEnum(ColumnModel column, EnumModel enumeration) {
    ClassName name = types.enumeration(enumeration);
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addAnnotation(RuntimeTypes.NULL_MARKED)
            .addJavadoc(
                Docs.of(
                    column.remark().isEmpty()
                        ? "A value of {@code "
                            + enumeration.table()
                            + "."
                            + enumeration.column()
                            + "}."
                        : Docs.column(column),
                    "The constants are in the order of the CHECK constraint. Selections and keyset"
                        + " orders sort the column in this order; conditions, and queries of plain"
                        + " jOOQ, compare the stored texts."));
    for (EnumModel.Constant constant : enumeration.constants()) {
      type.addEnumConstant(
          constant.name(),
          TypeSpec.anonymousClassBuilder("$S", constant.literal())
              .addJavadoc(Docs.of("Stored as \"" + Docs.escape(constant.literal()) + "\"."))
              .build());
    }
    return new SourceFile(types, name)
        .file(
            type.addField(String.class, "literal", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(literal())
                .addMethod(of(name, enumeration))
                .build());
  }

  /** Writes the converter of a generated enum. */
  JavaFile writeConverter(EnumModel enumeration) {
    ClassName enumType = types.enumeration(enumeration);
    MethodSpec from =
        converting("from", ClassName.get(String.class), "literal")
            .returns(GeneratedTypes.nullable(enumType))
            .addStatement("return literal == null ? null : $T.of(literal)", enumType)
            .build();
    MethodSpec to =
        converting("to", enumType, "value")
            .returns(GeneratedTypes.nullable(ClassName.get(String.class)))
            .addStatement("return value == null ? null : value.literal()")
            .build();
    return converter(enumeration, from, to);
  }

  /** Writes the converter of an enum of the application. */
  JavaFile writeOwnConverter(EnumModel enumeration) {
    ClassName enumType = types.enumeration(enumeration);
    return converter(enumeration, from(enumType, enumeration), to(enumType, enumeration));
  }

  private JavaFile converter(EnumModel enumeration, MethodSpec from, MethodSpec to) {
    ClassName enumType = types.enumeration(enumeration);
    ClassName name = types.enumConverter(enumeration);
    TypeSpec type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(RuntimeTypes.NULL_MARKED)
            .addJavadoc("Converts between {@link $T} and its stored text.\n", enumType)
            .superclass(
                ParameterizedTypeName.get(
                    RuntimeTypes.ABSTRACT_CONVERTER, ClassName.get(String.class), enumType))
            .addField(
                FieldSpec.builder(
                        long.class,
                        "serialVersionUID",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer("1L")
                    .build())
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("Creates the converter.\n")
                    .addStatement("super($T.class, $T.class)", String.class, enumType)
                    .build())
            .addMethod(from)
            .addMethod(to)
            .build();
    return new SourceFile(types, name).file(type);
  }

  private static MethodSpec from(ClassName enumType, EnumModel enumeration) {
    CodeBlock.Builder cases = nullOr("literal");
    for (EnumModel.Constant constant : enumeration.constants()) {
      cases.add("case $S -> $T.$L;\n", constant.literal(), enumType, constant.name());
    }
    return converting("from", ClassName.get(String.class), "literal")
        .returns(GeneratedTypes.nullable(enumType))
        .addCode(
            cases
                .add(
                    "default -> throw new $T($S);\n",
                    IllegalArgumentException.class,
                    "The text is no literal of "
                        + enumeration.table()
                        + "."
                        + enumeration.column()
                        + ".")
                .unindent()
                .add("};\n")
                .build())
        .build();
  }

  private static MethodSpec to(ClassName enumType, EnumModel enumeration) {
    CodeBlock.Builder cases = nullOr("value");
    for (EnumModel.Constant constant : enumeration.constants()) {
      cases.add("case $L -> $S;\n", constant.name(), constant.literal());
    }
    return converting("to", enumType, "value")
        .returns(GeneratedTypes.nullable(ClassName.get(String.class)))
        .addCode(
            cases
                .add(
                    "default -> throw new $T($S, $T.of($S, $S));\n",
                    RuntimeTypes.INVALID_ARGUMENT,
                    "The CHECK of "
                        + enumeration.table()
                        + "."
                        + enumeration.column()
                        + " does not list this constant.",
                    RuntimeTypes.FAILURE_CONTEXT,
                    enumeration.table(),
                    enumeration.column())
                .unindent()
                .add("};\n")
                .build())
        .build();
  }

  private static CodeBlock.Builder nullOr(String variable) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L == null)", variable)
        .addStatement("return null")
        .endControlFlow()
        .add("return switch ($L) {\n", variable)
        .indent();
  }

  private static MethodSpec.Builder converting(String name, ClassName type, String variable) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(GeneratedTypes.nullable(type), variable);
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addParameter(String.class, "literal")
        .addStatement("this.literal = literal")
        .build();
  }

  private static MethodSpec literal() {
    return MethodSpec.methodBuilder("literal")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(Docs.of("Returns the stored text.", "@return the literal"))
        .returns(String.class)
        .addStatement("return literal")
        .build();
  }

  private static MethodSpec of(ClassName name, EnumModel enumeration) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (literal) {\n").indent();
    for (EnumModel.Constant constant : enumeration.constants()) {
      cases.add("case $S -> $L;\n", constant.literal(), constant.name());
    }
    cases
        .add(
            "default -> throw new $T($S);\n",
            IllegalArgumentException.class,
            "The text is no literal of " + enumeration.name() + ".")
        .unindent()
        .add("};\n");
    return MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(
            Docs.of(
                "Returns the constant of a stored text.",
                "@param literal the text",
                "@return the constant",
                "@throws IllegalArgumentException if no constant has this literal",
                "@throws NullPointerException if the text is null"))
        .addParameter(String.class, "literal")
        .returns(name)
        .addCode(cases.build())
        .build();
  }
}
