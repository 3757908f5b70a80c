package dev.taskstore.codegen.schema;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.meta.AbstractDatabase;
import org.jooq.meta.ArrayDefinition;
import org.jooq.meta.CatalogDefinition;
import org.jooq.meta.DefaultRelations;
import org.jooq.meta.DomainDefinition;
import org.jooq.meta.EnumDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.PackageDefinition;
import org.jooq.meta.RoutineDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.SequenceDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UDTDefinition;
import org.jooq.meta.XMLSchemaCollectionDefinition;

/**
 * A database with one empty schema, as jOOQ's code generator requires one. No database is opened.
 * For one thread.
 */
public abstract class SingleSchemaDatabase extends AbstractDatabase {

  /** The name of the only schema. */
  public static final String SCHEMA = "public";

  /** Creates a database. */
  protected SingleSchemaDatabase() {}

  @Override
  protected DSLContext create0() {
    return DSL.using(SQLDialect.DEFAULT);
  }

  @Override
  protected void loadPrimaryKeys(DefaultRelations relations) {}

  @Override
  protected void loadUniqueKeys(DefaultRelations relations) {}

  @Override
  protected void loadForeignKeys(DefaultRelations relations) {}

  @Override
  protected void loadCheckConstraints(DefaultRelations relations) {}

  @Override
  protected List<CatalogDefinition> getCatalogs0() {
    // jOOQ adds to the lists.
    return new ArrayList<>(List.of(new CatalogDefinition(this, "", "")));
  }

  @Override
  protected List<SchemaDefinition> getSchemata0() {
    return new ArrayList<>(List.of(new SchemaDefinition(this, SCHEMA, "")));
  }

  @Override
  protected List<TableDefinition> getTables0() {
    return new ArrayList<>();
  }

  @Override
  protected List<IndexDefinition> getIndexes0() {
    return new ArrayList<>();
  }

  @Override
  protected List<SequenceDefinition> getSequences0() {
    return new ArrayList<>();
  }

  @Override
  protected List<RoutineDefinition> getRoutines0() {
    return new ArrayList<>();
  }

  @Override
  protected List<PackageDefinition> getPackages0() {
    return new ArrayList<>();
  }

  @Override
  protected List<EnumDefinition> getEnums0() {
    return new ArrayList<>();
  }

  @Override
  protected List<DomainDefinition> getDomains0() {
    return new ArrayList<>();
  }

  @Override
  protected List<XMLSchemaCollectionDefinition> getXMLSchemaCollections0() {
    return new ArrayList<>();
  }

  @Override
  protected List<UDTDefinition> getUDTs0() {
    return new ArrayList<>();
  }

  @Override
  protected List<ArrayDefinition> getArrays0() {
    return new ArrayList<>();
  }
}
