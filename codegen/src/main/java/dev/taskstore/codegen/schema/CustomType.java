package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;

/**
 * A Java type of the application for a column.
 *
 * @param javaType the type
 * @param converter the jOOQ converter from the plain type of the column
 */
public record CustomType(ClassName javaType, ClassName converter) {}
