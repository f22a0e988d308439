package org.rsrkernel.trajectory.format;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** An in-memory DuckDB for one file: bounded, on its own, and told to fetch nothing. */
final class DuckDb {

  private DuckDb() {}

  static Connection connect() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("jdbc_stream_results", "true");
    settings.setProperty("threads", "2");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET temp_directory = " + literal(System.getProperty("java.io.tmpdir")));
      statement.execute("SET enable_progress_bar = false");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A text as an SQL literal. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name as an SQL identifier. */
  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
