package org.jspecify.annotations;

public @interface NullMarked {}
