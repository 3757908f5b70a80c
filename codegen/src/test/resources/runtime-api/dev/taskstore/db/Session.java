package dev.taskstore.db;

public abstract class Session {}
